// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Reflection;

[assembly: AssemblyTitle("What a prosumer meter decides and says")]
[assembly: AssemblyProduct("Prosumeter")]
[assembly: AssemblyCompany("Prosumeter contributors")]
[assembly: AssemblyVersion("0.1.0.0")]
