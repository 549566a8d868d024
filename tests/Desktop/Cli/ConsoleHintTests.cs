// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Cli.Live;

namespace Prosumeter.Tests.Cli;

[TestClass]
public sealed class ConsoleHintTests
{
    [TestMethod]
    [DataRow("/dev/pts/7", "picocom -b 115200 /dev/pts/7")]
    [DataRow("tcp://127.0.0.1:40123", "telnet 127.0.0.1 40123")]
    public void NamesTheProgramThatReachesTheConsole(string name, string hint) => Assert.AreEqual(hint, ConsoleHint.Of(name));
}
