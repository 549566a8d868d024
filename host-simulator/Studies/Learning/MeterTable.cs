// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Policy;

namespace Prosumeter.Simulator.Studies.Learning;

/// <summary>A learned policy as a meter takes it.</summary>
public static class MeterTable
{
    /// <summary>The table of one prosumer, value for value; its <see cref="QTable.Export"/> is what a meter's <c>cmd</c> topic carries.</summary>
    public static QTable Of(FixedQValues values, int prosumer)
    {
        QTable table = new();
        for (int slot = 0; slot < QTable.Slots; slot++)
        {
            // With alpha 1 and gamma 0 an update writes its reward.
            table.Update(slot, PolicyAction.Friendly, values.Raw(slot, (int)PolicyAction.Friendly, prosumer), QTable.One, 0);
            table.Update(slot, PolicyAction.Sync, values.Raw(slot, (int)PolicyAction.Sync, prosumer), QTable.One, 0);
        }

        return table;
    }

    /// <summary>The bytes of a table.</summary>
    public static byte[] Export(QTable table)
    {
        byte[] bytes = new byte[QTable.ExportLength];
        table.Export(bytes);
        return bytes;
    }
}
