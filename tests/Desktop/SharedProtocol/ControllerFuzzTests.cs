// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Policy;
using Prosumeter.Pricing;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Tests.SharedProtocol;

/// <summary>Calls in any order with any values: the controller never throws, registers never fall, what it says can be sent, and alone it obeys nobody.</summary>
[TestClass]
public sealed class ControllerFuzzTests
{
    private readonly Bid _bid = new();
    private readonly SlotReport _report = new();
    private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];

    [TestMethod]
    public void AnyCallsInAnyOrder() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll<int>(seed =>
        {
            Random random = new(seed);
            RegisterBank registers = new();
            TradingController controller = new(AnySettings(random), registers, new QTable());
            for (int i = 0; i < 200; i++)
            {
                long before = Sum(registers);
                if (!Call(controller, random) || Sum(registers) < before || !IsSafe(controller))
                {
                    return false;
                }
            }

            return true;
        }));

    private static TradingSettings AnySettings(Random random) => new()
    {
        SlotSeconds = random.Next(4) == 0 ? random.Next() : 900,
        StorageCapacityMilliwattHours = random.Next(4) switch { 0 => 0, 1 => random.NextInt64(), _ => random.Next() },
        StorageRatedMilliwatts = random.Next(3) == 0 ? 0 : random.Next(),
        SellAbovePermille = random.Next(8) == 0 ? random.Next() : random.Next(500, 1001),
        BuyBelowPermille = random.Next(500),
        Strategy = (PricingStrategy)random.Next(random.Next(8) == 0 ? 0 : 1, 4),
        LevelPermille = random.Next(1001),
        CostMicrosPerKilowattHour = random.Next(300_000),
        BuyPriceMicrosPerKilowattHour = random.Next(2) * random.Next(300_000),
        AloneAfterSeconds = random.Next(1, 5000),
        AllowsSync = random.Next(2) == 0,
        Learns = random.Next(2) == 0,
        AlphaQ16 = random.Next(-5, 70_000),
        GammaQ16 = random.Next(),
    };

    private bool Call(TradingController controller, Random random)
    {
        int slot = random.Next(10) == 0 ? Any(random) : 2_000_000 + random.Next(6);
        long utcSeconds = random.Next(10) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : 1_800_000_000 + random.Next(5400);
        switch (random.Next(8))
        {
            case 0:
                controller.Sample(Any(random), Any(random), Any(random), Any(random), Any(random));
                return true;
            case 1:
                controller.Sample(random.Next(-5_000_000, 5_000_000), random.Next(5_000_000), random.Next(-5_000_000, 5_000_000), random.Next(1001), 60_000);
                return true;
            case 2:
                controller.Tick(utcSeconds);
                return true;
            case 3:
                controller.StartSlot(slot);
                return true;
            case 4:
                controller.EndSlot(slot, _report);
                return slot < 0 || MessageCodec.Encode(_report, _buffer, 0) > 0;
            case 5:
                return !controller.DecideBid(slot, _bid) || MessageCodec.Encode(_bid, _buffer, 0) is > 0 and <= 40;
            default:
                return Hear(controller, random, slot, utcSeconds);
        }
    }

    private static bool Hear(TradingController controller, Random random, int slot, long utcSeconds)
    {
        switch (random.Next(3))
        {
            case 0:
                controller.OnPrice(new PriceMessage { Slot = slot, RetailMicrosPerKilowattHour = random.Next(4) == 0 ? Any(random) : 200_000 }, utcSeconds);
                return true;
            case 1:
                controller.OnAward(new Award { Slot = slot, Sequence = Any(random), Side = (TradeSide)random.Next(4), EnergyMilliwattHours = Any(random), CutsInterruptibleLoad = true });
                return true;
            default:
                controller.OnSettlement(new Settlement { Slot = slot, AmountMicros = random.NextInt64(long.MinValue, long.MaxValue) });
                return true;
        }
    }

    private static bool IsSafe(TradingController controller) =>
        Enum.IsDefined(controller.Decision.Reason) && Enum.IsDefined(controller.Decision.State) && Enum.IsDefined(controller.StorageSetPoint)
        && controller.Decision.TradableMilliwattHours >= 0
        && (!controller.IsAlone || (controller.StorageSetPoint == StorageMode.SelfConsumption && !controller.CutsInterruptibleLoad));

    private static int Any(Random random) => random.Next(4) switch { 0 => int.MinValue, 1 => int.MaxValue, 2 => random.Next(-3, 3), _ => random.Next(int.MinValue, int.MaxValue) };

    private static long Sum(RegisterBank registers) =>
        registers.Import.MilliwattHours + registers.Export.MilliwattHours + registers.Generation.MilliwattHours + registers.Charge.MilliwattHours + registers.Discharge.MilliwattHours;
}
