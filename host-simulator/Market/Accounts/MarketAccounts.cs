// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market;

/// <summary>Money of a cluster: one account for each meter and the operator's. Every posting moves an amount between two of them, so their sum is always 0.</summary>
public sealed class MarketAccounts
{
    /// <summary>Number of the other clusters' account in a ledger; the platform and the suppliers of orders have -1 and -2.</summary>
    public const int UpperLevelNumber = -3;

    private readonly SortedList<int, MeterAccount> _meters = [];
    private readonly HashSet<MeterAccount> _changed = [];
    private bool _isOperatorChanged;
    private bool _isUpperLevelChanged;

    /// <summary>The meters' accounts by meter.</summary>
    public IReadOnlyDictionary<int, MeterAccount> Meters => _meters;

    /// <summary>The operator's account.</summary>
    public OperatorAccount Operator { get; } = new();

    /// <summary>What the other clusters have received from this one in micro-units.</summary>
    public long UpperLevelMicros { get; private set; }

    /// <summary>Sum of all balances in micro-units; anything but 0 is a fault of the market.</summary>
    public long SumMicros
    {
        get
        {
            long sum = Operator.BalanceMicros + UpperLevelMicros;
            for (int place = 0; place < _meters.Count; place++)
            {
                sum = checked(sum + _meters.GetValueAtIndex(place).BalanceMicros);
            }

            return sum;
        }
    }

    /// <summary>The account of a meter, opened when it is new.</summary>
    public MeterAccount Of(int meter)
    {
        if (!_meters.TryGetValue(meter, out MeterAccount? account))
        {
            _meters[meter] = account = new MeterAccount(meter);
        }

        return account;
    }

    /// <summary>The account of a meter that is about to change.</summary>
    internal MeterAccount Change(int meter)
    {
        MeterAccount account = Of(meter);
        _changed.Add(account);
        return account;
    }

    /// <summary>The operator's account, about to change.</summary>
    internal OperatorAccount ChangeOperator()
    {
        _isOperatorChanged = true;
        return Operator;
    }

    /// <summary>Moves money to the other clusters.</summary>
    internal void ChangeUpperLevel(long amountMicros)
    {
        UpperLevelMicros += amountMicros;
        _isUpperLevelChanged = true;
    }

    /// <summary>All that has changed since the last call, as the ledger's file keeps it.</summary>
    internal IEnumerable<StoredAccount> TakeChanged()
    {
        List<StoredAccount> changed = _changed.Select(AccountState.Save).ToList();
        if (_isOperatorChanged)
        {
            changed.Add(AccountState.Save(Operator));
        }

        if (_isUpperLevelChanged)
        {
            changed.Add(new StoredAccount(UpperLevelNumber, UpperLevelMicros, []));
        }

        _changed.Clear();
        _isOperatorChanged = false;
        _isUpperLevelChanged = false;
        return changed;
    }

    /// <summary>Takes an account back out of the ledger's file.</summary>
    internal void Restore(StoredAccount stored)
    {
        if (stored.Account == OperatorAccount.Number)
        {
            AccountState.Load(stored, Operator);
        }
        else if (stored.Account == UpperLevelNumber)
        {
            UpperLevelMicros = stored.BalanceMicros;
        }
        else
        {
            AccountState.Load(stored, Of(stored.Account));
        }
    }

    /// <summary>Posts a settlement between the operator and its meter.</summary>
    internal void Post(MeterSettlement settlement)
    {
        Change(settlement.Meter).BalanceMicros += settlement.AmountMicros;
        ChangeOperator().BalanceMicros -= settlement.AmountMicros;
        Operator.SoldMilliwattHours += settlement.Imbalance.DeficitMilliwattHours;
        Operator.BoughtMilliwattHours += settlement.Imbalance.SurplusMilliwattHours;
        Operator.RetailMicros += settlement.DeficitMicros;
        Operator.FeedInMicros += settlement.SurplusMicros;
        Operator.TaxMicros += settlement.Position.TaxMicros;
    }
}
