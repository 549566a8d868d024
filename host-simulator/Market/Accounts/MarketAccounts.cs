// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market;

/// <summary>Money of a cluster: one account for each meter and the operator's. Every posting moves an amount between two of them, so their sum is always 0.</summary>
public sealed class MarketAccounts
{
    private readonly SortedDictionary<int, MeterAccount> _meters = [];

    /// <summary>The meters' accounts by meter.</summary>
    public IReadOnlyDictionary<int, MeterAccount> Meters => _meters;

    /// <summary>The operator's account.</summary>
    public OperatorAccount Operator { get; } = new();

    /// <summary>Sum of all balances in micro-units; anything but 0 is a fault of the market.</summary>
    public long SumMicros => Operator.BalanceMicros + _meters.Values.Sum(account => account.BalanceMicros);

    /// <summary>The account of a meter, opened when it is new.</summary>
    public MeterAccount Of(int meter)
    {
        if (!_meters.TryGetValue(meter, out MeterAccount? account))
        {
            _meters[meter] = account = new MeterAccount(meter);
        }

        return account;
    }

    /// <summary>Posts a settlement between the operator and its meter.</summary>
    internal void Post(MeterSettlement settlement)
    {
        Of(settlement.Meter).BalanceMicros += settlement.AmountMicros;
        Operator.BalanceMicros -= settlement.AmountMicros;
        Operator.SoldMilliwattHours += settlement.Imbalance.DeficitMilliwattHours;
        Operator.BoughtMilliwattHours += settlement.Imbalance.SurplusMilliwattHours;
        Operator.RetailMicros += settlement.DeficitMicros;
        Operator.FeedInMicros += settlement.SurplusMicros;
        Operator.TaxMicros += settlement.Position.TaxMicros;
    }
}
