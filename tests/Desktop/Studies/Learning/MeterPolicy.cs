// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Policy;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Trading;

namespace Prosumeter.Tests.Studies.Learning;

/// <summary>Prosumers that are meters: each slot is decided, and learned from its settlement, by the controller that runs on a board.</summary>
internal sealed class MeterPolicy : IPolicy
{
    private const double MicrosPerMoney = 1e6;

    private readonly TradingController[] _controllers;
    private readonly Bid _bid = new();
    private int _slot;

    public MeterPolicy(int prosumers)
    {
        Tables = [.. Enumerable.Range(0, prosumers).Select(_ => new QTable())];
        _controllers = [.. Tables.Select((table, i) => new TradingController(
            new TradingSettings { AllowsSync = true, Learns = true, ExplorationSeed = i + 1 }, new RegisterBank(), table))];
    }

    public QTable[] Tables { get; }

    public void Choose(int day, int slot, int first, ReadOnlySpan<double> generation, Span<bool> synchronize)
    {
        for (int i = 0; i < synchronize.Length; i++)
        {
            TradingController controller = _controllers[first + i];
            // Slot 0 of a day is a multiple of 96 from the first slot of 1970 on.
            _slot = (day * QTable.Slots) + slot;
            controller.OnPrice(new PriceMessage { Slot = _slot, RetailMicrosPerKilowattHour = 300_000 }, MarketSlot.StartSeconds(_slot, MarketSlot.DefaultSeconds));
            controller.DecideBid(_slot, _bid);
            synchronize[i] = controller.Decision.Action == PolicyAction.Sync;
        }
    }

    public void Learn(int slot, int first, ReadOnlySpan<bool> synchronized, ReadOnlySpan<double> profits)
    {
        for (int i = 0; i < profits.Length; i++)
        {
            _controllers[first + i].OnSettlement(new Settlement { Slot = _slot, AmountMicros = (long)Math.Round(profits[i] * MicrosPerMoney) });
        }
    }
}
