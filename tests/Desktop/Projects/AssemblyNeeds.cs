// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Tests.Projects;

/// <summary>Which nanoFramework assemblies need which others: the references in their own metadata. All need mscorlib.</summary>
public static class AssemblyNeeds
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

    /// <summary>The given assemblies and all that they need, directly or through others.</summary>
    public static IReadOnlySet<string> Closure(IEnumerable<string> assemblies)
    {
        HashSet<string> closure = [];
        Queue<string> waiting = new(assemblies);
        while (waiting.TryDequeue(out string? assembly))
        {
            if (closure.Add(assembly))
            {
                Array.ForEach(s_needs.GetValueOrDefault(assembly, []), waiting.Enqueue);
            }
        }

        return closure;
    }
}
