// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>Puts the chips of a home on a board's I2C bus 1, at the addresses the firmware has as defaults.</summary>
public static class HomeWiring
{
    /// <summary>INA219 of the grid.</summary>
    public const int GridAddress = 0x40;

    /// <summary>INA219 of the generation.</summary>
    public const int GenerationAddress = 0x41;

    /// <summary>INA219 of the storage.</summary>
    public const int StorageAddress = 0x42;

    /// <summary>ADS1115 of an AC grid connection.</summary>
    public const int AcGridAddress = 0x48;

    /// <summary>A DC microgrid: three INA219 on a 380 V bus.</summary>
    public static void WireDc(VirtualBoard board, HomeModel home)
    {
        home.GridPoint = new DcMeteringPoint(AttachIna219(board, GridAddress));
        WireGenerationAndStorage(board, home);
    }

    /// <summary>An AC home: the grid through an ADS1115, generation and storage on their DC side through INA219.</summary>
    public static AcMeteringPoint WireAc(VirtualBoard board, HomeModel home)
    {
        var chip = new Ads1115Chip(board.Time);
        board.I2c(1).Attach(AcGridAddress, chip);
        var point = new AcMeteringPoint(chip);
        home.GridPoint = point;
        WireGenerationAndStorage(board, home);
        return point;
    }

    private static void WireGenerationAndStorage(VirtualBoard board, HomeModel home)
    {
        home.GenerationPoint = new DcMeteringPoint(AttachIna219(board, GenerationAddress));
        home.StoragePoint = new DcMeteringPoint(AttachIna219(board, StorageAddress));
        home.AdvanceTo(board.Time.MonotonicMicroseconds);
    }

    private static Ina219Chip AttachIna219(VirtualBoard board, int address)
    {
        var chip = new Ina219Chip(board.Time);
        board.I2c(1).Attach(address, chip);
        return chip;
    }
}
