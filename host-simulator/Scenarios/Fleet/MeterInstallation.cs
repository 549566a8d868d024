// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Firmware;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Chips;
using Prosumeter.Simulator.Boards.Home;

namespace Prosumeter.Simulator.Scenarios.Fleet;

/// <summary>Builds a home around a board as the board's configuration describes it: sensors, lines and storage. So both always agree, as after a technician's visit.</summary>
internal static class MeterInstallation
{
    private const int I2cBusId = 1;

    /// <summary>Installs a home.</summary>
    /// <param name="board">The board, with its chips' bus still empty.</param>
    /// <param name="profile">The course of load and generation.</param>
    /// <param name="configuration">What the board will read from its flash.</param>
    /// <param name="options">What the configuration does not know: losses and charge of the storage, share of the load behind the contactor.</param>
    public static HomeModel Build(VirtualBoard board, IHomeProfile profile, DeviceConfiguration configuration, HomeOptions options)
    {
        HomeModel home = new(board, profile, options with
        {
            Battery = StorageOf(configuration, options.Battery),
            StorageBit0Pin = configuration.Get(SettingId.StorageBit0Pin),
            StorageBit1Pin = configuration.Get(SettingId.StorageBit1Pin),
            LoadCutPin = configuration.Get(SettingId.LoadCutPin),
        });
        if (configuration.Get(SettingId.FramAddress) is int address and > 0)
        {
            board.I2c(I2cBusId).Attach(address, new FramChip(board));
        }

        board.PowerFailPin = configuration.Get(SettingId.PowerFailPin);
        home.GridPoint = PointOf(board, configuration, SensorRole.Grid);
        home.GenerationPoint = PointOf(board, configuration, SensorRole.Generation);
        home.StoragePoint = PointOf(board, configuration, SensorRole.Storage);
        home.AdvanceTo(board.Time.MonotonicMicroseconds);
        return home;
    }

    /// <summary>Puts a configuration onto a board. One that is there already is not written again, so that nothing can end this process in mid-write.</summary>
    public static void Configure(VirtualBoard board, byte[] configuration)
    {
        if (ConfigurationOf(board) is byte[] present)
        {
            if (present.AsSpan().SequenceEqual(configuration))
            {
                return;
            }

            board.Flash.Delete(Board.ConfigurationPath);
        }

        board.Flash.Create(Board.ConfigurationPath);
        board.Flash.Write(Board.ConfigurationPath, 0, configuration);
    }

    /// <summary>The configuration that a board has in its flash, as its firmware will find it; null when there is none.</summary>
    public static byte[]? ConfigurationOf(VirtualBoard board)
    {
        using BoardScope scope = board.Enter();
        byte[] text = ConfigurationFile.Read(new ComplaintList());
        return board.Flash.FileExists(Board.ConfigurationPath) ? text : null;
    }

    private static BatteryOptions StorageOf(DeviceConfiguration configuration, BatteryOptions options) => options with
    {
        CapacityWattHours = configuration.Get(SettingId.StorageCapacityWattHours),
        RatedWatts = configuration.Get(SettingId.StorageRatedWatts),
        EmptyVolts = configuration.Get(SettingId.StorageEmptyMillivolts) / 1000.0,
        FullVolts = configuration.Get(SettingId.StorageFullMillivolts) / 1000.0,
        ResistanceOhms = configuration.Get(SettingId.StorageResistanceMicroohms) / 1e6,
    };

    private static IMeteringPoint? PointOf(VirtualBoard board, DeviceConfiguration configuration, SensorRole role) =>
        (SensorKind)configuration.Get(role, SensorSettingId.Kind) switch
        {
            SensorKind.Ina219 => DcPoint(board, configuration, role),
            SensorKind.Ads1115 => AcPoint(board, configuration, role),
            _ => null,
        };

    private static DcMeteringPoint DcPoint(VirtualBoard board, DeviceConfiguration configuration, SensorRole role)
    {
        Ina219Chip chip = new(board.Time);
        board.I2c(I2cBusId).Attach(configuration.Get(role, SensorSettingId.Address), chip);
        return new DcMeteringPoint(chip)
        {
            NominalVolts = MeterScaling.BusVolts,
            BusDividerPermille = configuration.Get(role, SensorSettingId.BusDividerPermille),
            ShuntMicroohms = configuration.Get(role, SensorSettingId.ShuntMicroohms),
        };
    }

    private static AcMeteringPoint AcPoint(VirtualBoard board, DeviceConfiguration configuration, SensorRole role)
    {
        Ads1115Chip chip = new(board.Time);
        board.I2c(I2cBusId).Attach(configuration.Get(role, SensorSettingId.Address), chip);
        return new AcMeteringPoint(chip)
        {
            MillivoltsPerVolt = configuration.Get(role, SensorSettingId.MillivoltsPerVolt),
            MilliamperesPerVolt = configuration.Get(role, SensorSettingId.MilliamperesPerVolt),
            ClampLeadMicroseconds = configuration.Get(role, SensorSettingId.PhaseMicroseconds),
        };
    }
}
