// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Metering;
using Prosumeter.Policy;
using Prosumeter.Wire;

namespace Prosumeter.Tests.SharedProtocol;

/// <summary>Records from flash, whatever they are.</summary>
[TestClass]
public sealed class RecordFuzzTests
{
    [TestMethod]
    public void AnyTableRecordIsTakenOrRefusedWhole() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll<byte[], int>((bytes, seed) =>
        {
            Random random = new(seed);
            QTable table = Filled(random);
            byte[] before = Export(table);
            byte[] record = Export(Filled(random));
            bytes.AsSpan(0, Math.Min(bytes.Length, record.Length)).CopyTo(record.AsSpan(random.Next(record.Length - Math.Min(bytes.Length, record.Length) + 1)));
            RefusalReason reason = table.Import(record, random.Next(3) > 0 ? record.Length : seed);
            return Export(table).SequenceEqual(reason == RefusalReason.Taken ? record : before);
        }));

    [TestMethod]
    public void AnyRegisterRecordIsTakenOrRefusedWhole() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll<int, int>((seed, offset) =>
        {
            Random random = new(seed);
            RegisterBank bank = new();
            bank.Integrate(random.Next(), random.Next(), random.Next(), random.Next());
            byte[] before = Save(bank);
            byte[] record = new byte[RegisterBank.RecordLength + random.Next(3)];
            random.NextBytes(record);
            for (int i = 0; i < RegisterBank.RecordLength; i += 12)
            {
                record.AsSpan(i, 2 + random.Next(3)).Clear();
                record.AsSpan(i + 8, 1 + random.Next(2)).Clear();
            }

            int at = random.Next(4) > 0 ? random.Next(3) : offset;
            bool isTaken = bank.Restore(record, at);
            return Save(bank).SequenceEqual(isTaken ? record.Skip(at).Take(RegisterBank.RecordLength) : before);
        }));

    [TestMethod]
    public void RegistersLoseNoEnergy() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll<int[]>(numbers =>
        {
            EnergyRegister register = new();
            Int128 sum = 0;
            for (int i = 1; i < numbers.Length; i++)
            {
                int power = numbers[i] * 7919, duration = numbers[i - 1] * 104_729;
                sum += register.Add(power, duration) ? (Int128)power * duration : 0;
            }

            return ((Int128)register.MilliwattHours * 3_600_000) + register.RemainderMilliwattMilliseconds == sum;
        }));

    private static QTable Filled(Random random)
    {
        QTable table = new();
        for (int slot = 0; slot < QTable.Slots; slot++)
        {
            table.Update(slot, PolicyAction.Friendly, random.Next(int.MinValue, int.MaxValue), QTable.One, 0);
            table.Update(slot, PolicyAction.Sync, random.Next(int.MinValue, int.MaxValue), QTable.One, 0);
        }

        return table;
    }

    private static byte[] Export(QTable table)
    {
        byte[] record = new byte[QTable.ExportLength];
        table.Export(record);
        return record;
    }

    private static byte[] Save(RegisterBank bank)
    {
        byte[] record = new byte[RegisterBank.RecordLength];
        bank.Save(record, 0);
        return record;
    }
}
