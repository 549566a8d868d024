// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Prosumeter.Simulator.Scenarios.DataFiles;

namespace Prosumeter.Simulator.Cli.Live;

/// <summary>What can be chosen about <c>prosumeter run</c>.</summary>
/// <param name="Broker">The broker, or null for one inside the process.</param>
/// <param name="ConfigFile">Configuration file, or null.</param>
/// <param name="FlashFile">File that holds the flash, or null.</param>
/// <param name="Data">Measured home, or null.</param>
/// <param name="Seed">Seed of a generated home.</param>
/// <param name="Speed">Board seconds in a second.</param>
/// <param name="IsJson">Whether messages are told as JSON.</param>
/// <param name="Faults">Faults of the board, as texts.</param>
internal sealed record RunSettings(BrokerAddress? Broker, string? ConfigFile, string? FlashFile, MeasuredData? Data, int Seed, double Speed, bool IsJson, IReadOnlyList<string> Faults);
