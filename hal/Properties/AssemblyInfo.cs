// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Reflection;

[assembly: AssemblyTitle("What the firmware needs of hardware")]
[assembly: AssemblyProduct("Prosumeter")]
[assembly: AssemblyCompany("Prosumeter contributors")]
[assembly: AssemblyVersion("0.1.0.0")]
