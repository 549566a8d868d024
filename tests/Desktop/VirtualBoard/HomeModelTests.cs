// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Device.Gpio;
using System.Device.I2c;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards.Chips;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Trading;

namespace Prosumeter.Tests.Boards;

/// <summary>The physics of a home: energy is conserved, limits hold, lines are obeyed.</summary>
[TestClass]
public sealed class HomeModelTests
{
    private const long Second = 1_000_000;

    [TestMethod]
    [DataRow(1ul)]
    [DataRow(2ul)]
    [DataRow(42ul)]
    public void EnergyIsConservedOverADay(ulong seed)
    {
        using var board = new TestBoard();
        var battery = new BatteryOptions { CapacityWattHours = 2_000, RatedWatts = 1_500 };
        var home = new HomeModel(board.Board, new SyntheticHomeProfile(seed), new HomeOptions { Battery = battery });
        double stored = home.Battery.StoredJoules;
        for (int second = 1; second <= 86_400; second++)
        {
            home.AdvanceTo(second * Second);
            Assert.AreEqual(0, home.LoadWatts - home.GenerationWatts + home.Battery.Watts - home.GridWatts, 1e-9);
        }

        HomeEnergy energy = home.Energy;
        double sources = energy.ImportJoules + energy.GenerationJoules + energy.DischargeJoules;
        double sinks = energy.ExportJoules + energy.LoadJoules + energy.ChargeJoules;
        Assert.AreEqual(sources, sinks, sources * 1e-9);
        Assert.AreEqual(home.Battery.StoredJoules - stored, (energy.ChargeJoules * 0.95) - (energy.DischargeJoules / 0.95), 1);
        Assert.IsTrue(energy.ImportJoules > 0 && energy.ExportJoules > 0 && energy.ChargeJoules > 0 && energy.DischargeJoules > 0);
    }

    [TestMethod]
    public void TheStateOfChargeStaysBetweenEmptyAndFull()
    {
        using var board = new TestBoard();
        SetMode(StorageMode.Charge);
        var home = new HomeModel(board.Board, new ConstantProfile(500, 0), new HomeOptions());
        home.AdvanceTo(4 * 3_600 * Second);
        Assert.AreEqual(1.0, home.Battery.StateOfCharge, 1e-9);
        Assert.AreEqual(0.0, home.Battery.Watts, 1e-6);
        Assert.AreEqual(500.0, home.GridWatts, 1e-6);
        Assert.AreEqual(6_400 * 3_600 * 0.5 / 0.95, home.Energy.ChargeJoules, 1, "half of 6.4 kWh at 95 %");
    }

    [TestMethod]
    [DataRow(StorageMode.SelfConsumption, 1_500.0)]
    [DataRow(StorageMode.Charge, 3_000.0)]
    [DataRow(StorageMode.Discharge, -3_000.0)]
    [DataRow(StorageMode.Idle, 0.0)]
    public void TheInverterObeysItsTwoLines(StorageMode mode, double storageWatts)
    {
        using var board = new TestBoard();
        var home = new HomeModel(board.Board, new ConstantProfile(500, 2_000), new HomeOptions());
        SetMode(mode);
        home.AdvanceTo(Second);
        Assert.AreEqual(mode, home.Mode);
        Assert.AreEqual(storageWatts, home.Battery.Watts, 1e-9);
        Assert.AreEqual(-1_500 + storageWatts, home.GridWatts, 1e-9);
    }

    [TestMethod]
    public void TheContactorCutsItsShare()
    {
        using var board = new TestBoard();
        var home = new HomeModel(board.Board, new ConstantProfile(1_000, 0), new HomeOptions { InterruptibleShare = 0.4 });
        new GpioController().OpenPin(27, PinMode.Output).Write(PinValue.High);
        home.AdvanceTo(Second);
        home.AdvanceTo(11 * Second);
        Assert.AreEqual(600.0, home.LoadWatts, 1e-9);
        Assert.AreEqual(4_000.0, home.Energy.CutJoules, 1e-6, "ten seconds of 400 W after the second the line rose in");
    }

    [TestMethod]
    public void TheTerminalVoltageTellsTheStateOfCharge()
    {
        using var board = new TestBoard();
        var options = new BatteryOptions { InitialStateOfCharge = 0.25, CapacityWattHours = 1e6 };
        var home = new HomeModel(board.Board, new ConstantProfile(0, 0), new HomeOptions { Battery = options });
        Assert.AreEqual(355.0, home.Battery.TerminalVolts, 1e-6);
        SetMode(StorageMode.Charge);
        home.AdvanceTo(Second);
        double volts = home.Battery.TerminalVolts;
        Assert.AreEqual(355.0, volts - (3_000 / volts * options.ResistanceOhms), 0.01);
        Assert.IsTrue(volts > 355);
    }

    [TestMethod]
    public void ImpossibleBatteriesAreRefusedByName()
    {
        using var board = new TestBoard();
        Refuses(new BatteryOptions { ChargeEfficiency = 0 }, "ChargeEfficiency");
        Refuses(new BatteryOptions { DischargeEfficiency = 1.1 }, "DischargeEfficiency");
        Refuses(new BatteryOptions { InitialStateOfCharge = double.NaN }, "InitialStateOfCharge");
        Refuses(new BatteryOptions { FullVolts = 300 }, "FullVolts");

        void Refuses(BatteryOptions battery, string name)
        {
            var failure = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
                () => new HomeModel(board.Board, new ConstantProfile(0, 0), new HomeOptions { Battery = battery }));
            StringAssert.Contains(failure.Message, name);
        }
    }

    [TestMethod]
    public void ChipsShowWhatFlowed()
    {
        using var board = new TestBoard();
        var home = new HomeModel(board.Board, new ConstantProfile(760, 3_800), new HomeOptions());
        HomeWiring.WireDc(board.Board, home);
        SetMode(StorageMode.Idle);
        home.AdvanceTo(Second);
        board.Time.AdvanceTo(2 * Second);

        // -3040 W at 380 V are -8 A, over 20 milliohms -160 mV; 380 V over 20:1 are 19 V.
        Assert.AreEqual(-16_000, (short)ReadRegister(HomeWiring.GridAddress, 1));
        Assert.AreEqual(4_750, ReadRegister(HomeWiring.GridAddress, 2) >> 3);
        Assert.AreEqual(20_000, (short)ReadRegister(HomeWiring.GenerationAddress, 1));
        Assert.AreEqual(0, ReadRegister(HomeWiring.StorageAddress, 1));
        Assert.AreEqual(370.0 / 20 / 0.004, ReadRegister(HomeWiring.StorageAddress, 2) >> 3, 1.0);
    }

    [TestMethod]
    [DataRow(2_300.0, 0)]
    [DataRow(-2_300.0, 0)]
    [DataRow(1_000.0, 40_000)]
    public void AnAcPointGivesPowerAsTheMeanProduct(double watts, int offsetMicrovolts)
    {
        using var board = new TestBoard();
        var chip = new Ads1115Chip(board.Time);
        var point = new AcMeteringPoint(chip) { CurrentOffsetMicrovolts = offsetMicrovolts };
        board.Board.I2c(1).Attach(HomeWiring.AcGridAddress, chip);
        point.Show(watts);
        double product = 0;
        double current = 0;
        double voltage = 0;
        for (int i = 0; i < 200; i++)
        {
            // Both inputs at the same phase of the mains, 100 us apart from pair to pair.
            double i1 = Sample(board, 0x85E3, i * 100) * 30 / 16_000.0;
            double v1 = Sample(board, 0xB5E3, i * 100) * 460 / 16_000.0;
            product += i1 * v1 / 200;
            current += i1 / 200;
            voltage += v1 / 200;
        }

        Assert.AreEqual(watts, product - (current * voltage), 5);
        Assert.AreEqual(offsetMicrovolts * 30e-6, current, 0.01);
    }

    private static int Sample(TestBoard board, int configuration, int phaseMicroseconds)
    {
        long cycle = ((board.Time.MonotonicMicroseconds / 20_000) + 1) * 20_000;
        board.Time.AdvanceTo(cycle + phaseMicroseconds);
        var device = I2cDevice.Create(new I2cConnectionSettings(1, HomeWiring.AcGridAddress));
        TestBoard.WriteRegister(device, 1, configuration);
        board.Time.Spend(2_000);
        return (short)TestBoard.ReadRegister(device, 0);
    }

    private static int ReadRegister(int address, byte register)
    {
        return TestBoard.ReadRegister(I2cDevice.Create(new I2cConnectionSettings(1, address)), register);
    }

    private static void SetMode(StorageMode mode)
    {
        var controller = new GpioController();
        controller.OpenPin(25, PinMode.Output).Write(((int)mode & 1) != 0);
        controller.OpenPin(26, PinMode.Output).Write(((int)mode & 2) != 0);
    }

    private sealed class ConstantProfile(double loadWatts, double generationWatts) : IHomeProfile
    {
        public HomePower At(long utcSeconds)
        {
            return new HomePower(loadWatts, generationWatts);
        }
    }
}
