// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Tests.Projects;

/// <summary>
/// A board gets exactly the assemblies that its application refers to. One that is missing is found only at start-up, on the board,
/// so the references of the nanoFramework assemblies to each other are kept here (read from their metadata).
/// </summary>
public static class DeploymentCheck
{
    private static readonly Dictionary<string, string[]> s_needs = new(StringComparer.Ordinal)
    {
        ["Iot.Device.Ads1115"] = ["System.Device.I2c", "System.Device.Gpio", "UnitsNet.ElectricPotential", "System.Buffers.Binary.BinaryPrimitives", "System.Diagnostics.Stopwatch", "System.Math"],
        ["Iot.Device.Ina219"] = ["System.Device.Model", "System.Device.I2c", "UnitsNet.ElectricPotential", "UnitsNet.ElectricCurrent", "UnitsNet.Power", "System.Diagnostics.Stopwatch", "System.Buffers.Binary.BinaryPrimitives"],
        ["System.Device.Gpio"] = ["nanoFramework.Runtime.Events"],
        ["System.Device.Wifi"] = ["nanoFramework.Runtime.Events", "System.Net", "System.Threading", "nanoFramework.System.Text"],
        ["System.Diagnostics.Stopwatch"] = ["nanoFramework.Runtime.Native"],
        ["System.IO.FileSystem"] = ["nanoFramework.Runtime.Events", "System.IO.Streams", "nanoFramework.System.Text"],
        ["System.IO.Ports"] = ["nanoFramework.Runtime.Events", "System.IO.Streams"],
        ["System.IO.Streams"] = ["nanoFramework.System.Text"],
        ["System.Net"] = ["System.Threading", "System.IO.Streams", "nanoFramework.System.Text", "nanoFramework.Runtime.Events"],
        ["nanoFramework.Hardware.Esp32"] = ["nanoFramework.Runtime.Events"],
        ["nanoFramework.M2Mqtt"] = ["nanoFramework.M2Mqtt.Core", "nanoFramework.System.Collections", "System.Net", "nanoFramework.Runtime.Native", "System.IO.Streams", "nanoFramework.System.Text"],
    };

    /// <summary>What is wrong, one sentence each.</summary>
    public static IEnumerable<string> Find(ProjectTree tree) =>
        tree.NanoProjects.Where(p => p.Property("OutputType") == "Exe").SelectMany(application =>
        {
            IEnumerable<ProjectFile> parts = Libraries(tree, application).Prepend(application);
            HashSet<string> carried = [.. application.References.Select(r => r.Name)];
            return parts.SelectMany(p => p.References).SelectMany(r => s_needs.GetValueOrDefault(r.Name, []).Append(r.Name)).Distinct()
                .Where(needed => !carried.Contains(needed))
                .Select(needed => $"{application.Path} must refer to {needed}, or the board starts without it");
        });

    private static IEnumerable<ProjectFile> Libraries(ProjectTree tree, ProjectFile project) =>
        project.ProjectReferences.SelectMany(path => tree.NanoProjects.Where(p => p.Path == path)).SelectMany(p => Libraries(tree, p).Prepend(p));
}
