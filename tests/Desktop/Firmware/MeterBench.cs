// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Device.I2c;
using System.Text;
using Prosumeter.Firmware;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Hal;
using Prosumeter.Hal.Esp32;
using Prosumeter.Messages;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Chips;
using Prosumeter.Simulator.Boards.Flash;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Firmware;

/// <summary>The whole application with its ESP32 adapters on a virtual board in virtual time; only the broker is the test.</summary>
internal sealed class MeterBench : IDisposable
{
    public const int SlotSeconds = 60;
    public const int MeterNumber = 16;
    public const string Cluster = "test";
    public const long StartUtcSeconds = 1_781_308_800;

    /// <summary>Three INA219, 48 V storage of 10 kWh, slots of a minute. The meter number makes it bid 10 s before the gate.</summary>
    public const string Usual = """
        meter = 16
        cluster = test
        slot-seconds = 60
        grid-sensor = ina219
        grid-bus-divider-permille = 20000
        grid-shunt-microohms = 20000
        generation-sensor = ina219
        generation-bus-divider-permille = 20000
        generation-shunt-microohms = 20000
        storage-sensor = ina219
        storage-bus-divider-permille = 4000
        storage-shunt-microohms = 5000
        storage-capacity-watt-hours = 10000
        storage-resistance-microohms = 0
        strategy = predatory
        strategy-level-permille = 500
        cost-micros-per-kwh = 100000
        storage-bit0-pin = 25
        load-cut-pin = 27
        console-tx-pin = -1

        """;

    private readonly BoardScope _scope;

    public MeterBench(string configuration = Usual)
    {
        ConfigurationText = configuration;
        Board = new VirtualBoard(new VirtualBoardOptions { Time = Time });
        _scope = Board.Enter();
        for (int i = 0; i < Chips.Length; i++)
        {
            Chips[i] = new Ina219Chip(Time);
            Board.I2c(1).Attach(0x40 + i, Chips[i]);
        }

        SetPower(1000, 0, 0, 50);
        Board.Clock.Set(StartUtcSeconds * 1_000_000);
        Start();
    }

    public string ConfigurationText { get; set; }

    public LogicalTime Time { get; } = new(StartUtcSeconds);

    public VirtualBoard Board { get; }

    public Ina219Chip[] Chips { get; } = new Ina219Chip[3];

    public TestLink Link { get; private set; } = new();

    public bool HasLink { get; set; } = true;

    public TestRestart Restart { get; } = new();

    public IConsolePort? Console { get; set; }

    public ControllerApp App { get; private set; } = null!;

    public Meter Meter => App.Meter;

    public int Slot => MarketSlot.Of(Meter.Clock.UtcSeconds, SlotSeconds);

    /// <summary>Builds the application as after power-on.</summary>
    public void Start()
    {
        var complaints = new ComplaintList();
        DeviceConfiguration configuration = ConfigurationParser.Parse(Encoding.UTF8.GetBytes(ConfigurationText), complaints);
        var hardware = new Prosumeter.Firmware.Hardware
        {
            Clock = new Esp32Clock(),
            Store = new FileRecordStore(VirtualFlash.Root),
            Restart = Restart,
            Link = HasLink ? Link : null,
            Console = Console,
        };
        for (int role = 0; role < SettingTable.Roles; role++)
        {
            hardware.Sensors[role] = new Ina219PowerSensor(
                I2cDevice.Create(new I2cConnectionSettings(1, 0x40 + role)),
                configuration.Get((SensorRole)role, SensorSettingId.ShuntMicroohms),
                configuration.Get((SensorRole)role, SensorSettingId.BusDividerPermille),
                false,
                configuration.Get(SettingId.SamplingPeriodMilliseconds));
        }

        hardware.Gauge = new TerminalVoltageGauge(hardware.Sensors[2], 44_000, 57_000, 0);
        var gpio = new System.Device.Gpio.GpioController();
        hardware.StorageSwitch = new GpioStorageSwitch(gpio, 25, 26);
        hardware.LoadSwitch = new GpioLoadSwitch(gpio, 27);
        App = new ControllerApp(hardware, configuration, complaints);
    }

    /// <summary>Supply gone and back: RAM and connections are new, flash and the civil clock of the test stay.</summary>
    public void PowerCycle()
    {
        long utcMicroseconds = Board.Clock.UtcMicroseconds;
        Board.PowerOff();
        Board.PowerOn();
        Board.Clock.Set(utcMicroseconds);
        Link = new TestLink();
        Start();
    }

    /// <summary>Runs the step loop of Program.Main for so many seconds of virtual time.</summary>
    public void Run(double seconds)
    {
        long until = Time.MonotonicMicroseconds + (long)(seconds * 1e6);
        while (Time.MonotonicMicroseconds < until)
        {
            int wait = App.Step();
            Time.Spend(Math.Max(0, Math.Min(wait * 1000L, until - Time.MonotonicMicroseconds)));
        }
    }

    /// <summary>Runs until so many seconds before a slot starts.</summary>
    public void RunUntilBefore(int slot, double seconds)
    {
        Run(MarketSlot.StartSeconds(slot, SlotSeconds) - (Board.Clock.UtcMicroseconds / 1e6) - seconds);
    }

    /// <summary>Powers in W and state of charge in per cent. The grid and the generation are at 380 V, the storage at its own voltage.</summary>
    public void SetPower(double gridWatts, double generationWatts, double storageWatts, double chargePercent)
    {
        double storageVolts = 44 + (0.13 * chargePercent);
        Chips[0].SetInputs((int)Math.Round(gridWatts / 380 * 20_000), 19_000);
        Chips[1].SetInputs((int)Math.Round(generationWatts / 380 * 20_000), 19_000);
        Chips[2].SetInputs((int)Math.Round(storageWatts / storageVolts * 5_000), (int)Math.Round(storageVolts * 1000 / 4));
    }

    public void TellPrice(int slot, int gateSeconds = 20)
    {
        var price = new PriceMessage
        {
            Slot = slot,
            Sequence = slot,
            RetailMicrosPerKilowattHour = 300_000,
            FeedInMicrosPerKilowattHour = 80_000,
            GateSeconds = gateSeconds,
        };
        Link.Deliver(Topics.ForMarket(Cluster, MessageType.Price), price);
    }

    public void TellAward(int slot, TradeSide side, int milliwattHours, bool cutsLoad = false, int sequence = 0)
    {
        var award = new Award
        {
            Meter = MeterNumber,
            Slot = slot,
            Sequence = sequence > 0 ? sequence : slot,
            Side = side,
            EnergyMilliwattHours = milliwattHours,
            CutsInterruptibleLoad = cutsLoad,
        };
        Link.Deliver(Topics.ForMeter(Cluster, MeterNumber, MessageType.Award), award);
    }

    /// <summary>The mode that the two lines to the inverter code.</summary>
    public StorageMode LinesToInverter()
    {
        return (StorageMode)((Board.Gpio.IsHigh(25) ? 1 : 0) | (Board.Gpio.IsHigh(26) ? 2 : 0));
    }

    public void Dispose()
    {
        _scope.Dispose();
        Board.Dispose();
    }
}
