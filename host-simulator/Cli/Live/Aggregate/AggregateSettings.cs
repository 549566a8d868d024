// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Cli.Live.Aggregate;

/// <summary>What can be chosen about <c>prosumeter aggregate</c>.</summary>
/// <param name="Broker">The broker.</param>
/// <param name="Market">What the market is run by.</param>
/// <param name="LedgerFile">Its ledger.</param>
/// <param name="Speed">Its seconds in a second.</param>
/// <param name="IsJson">Whether events are told as JSON.</param>
/// <param name="Detects">Whether slot reports are watched for meters that synchronize.</param>
internal sealed record AggregateSettings(BrokerAddress Broker, AggregatorSettings Market, string LedgerFile, double Speed, bool IsJson, bool Detects);
