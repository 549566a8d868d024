// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Reflection;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Firmware.Console;
using Prosumeter.Hal;
using Prosumeter.Storage;
using Prosumeter.Trading;

namespace Prosumeter.Tests.Firmware;

/// <summary>On the board enumerations have no names: the console brings its own, and none may be missing.</summary>
[TestClass]
public sealed class ConsoleNamesTests
{
    [TestMethod]
    [DataRow("Names", "Roles", typeof(SensorRole))]
    [DataRow("Names", "Sensors", typeof(SensorStatus))]
    [DataRow("Names", "Restarts", typeof(RestartReason))]
    [DataRow("Names", "Links", typeof(LinkState))]
    [DataRow("SlotCommand", "s_states", typeof(StorageState))]
    [DataRow("SlotCommand", "s_modes", typeof(StorageMode))]
    [DataRow("SlotCommand", "s_reasons", typeof(DecisionReason))]
    public void EachValueHasItsName(string type, string field, Type enumeration)
    {
        Type names = typeof(ConsoleCommand).Assembly.GetType("Prosumeter.Firmware.Console." + type, true)!;
        string[] found = (string[])names.GetField(field, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null)!;
        Array values = Enum.GetValues(enumeration);
        Assert.HasCount(values.Length, found);
        Assert.AreEqual(values.Length - 1, Convert.ToInt32(values.GetValue(values.Length - 1), System.Globalization.CultureInfo.InvariantCulture), "they are numbered from 0");
    }
}
