// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Policy;
using Prosumeter.Trading;

namespace Prosumeter.Simulator.Studies.Learning;

/// <summary>A learned policy as a meter takes it.</summary>
public static class MeterTable
{
    private const double MicrosPerMoney = 1e6;

    /// <summary>
    /// The table of one prosumer in a meter's unit of reward (<see cref="TradingController.MicrosPerReward"/>), so that a meter can go on learning;
    /// its <see cref="QTable.Export"/> is what a meter's <c>cmd</c> topic carries.
    /// </summary>
    public static QTable Of(FixedQValues values, int prosumer)
    {
        QTable table = new();
        for (int slot = 0; slot < QTable.Slots; slot++)
        {
            Set(table, slot, PolicyAction.Friendly, values, prosumer);
            Set(table, slot, PolicyAction.Sync, values, prosumer);
        }

        return table;
    }

    // With alpha 1 and gamma 0 an update writes its reward.
    private static void Set(QTable table, int slot, PolicyAction action, FixedQValues values, int prosumer)
    {
        double rewards = values.Value(slot, (int)action, prosumer) * MicrosPerMoney / TradingController.MicrosPerReward;
        table.Update(slot, action, (int)Math.Round(rewards * QTable.One), QTable.One, 0);
    }

    /// <summary>The bytes of a table.</summary>
    public static byte[] Export(QTable table)
    {
        byte[] bytes = new byte[QTable.ExportLength];
        table.Export(bytes);
        return bytes;
    }
}
