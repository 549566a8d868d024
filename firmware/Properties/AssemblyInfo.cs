// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Reflection;

[assembly: AssemblyTitle("Prosumer meter controller")]
[assembly: AssemblyProduct("Prosumeter")]
[assembly: AssemblyCompany("Prosumeter contributors")]
[assembly: AssemblyVersion("0.1.0.0")]
