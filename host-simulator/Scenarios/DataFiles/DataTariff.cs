// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Scenarios.DataFiles;

/// <summary>The operator's prices from a data file. Where the file gives retail only, feed-in is 30 % of it.</summary>
public sealed class DataTariff : ITariff
{
    private const int FeedInPercent = 30;
    private readonly SampleSeries _prices;
    private readonly long _shiftSeconds;

    /// <summary>A tariff from a series of prices.</summary>
    /// <param name="prices">The series.</param>
    /// <param name="shiftSeconds">Time of the series less simulated time, in s.</param>
    public DataTariff(SampleSeries prices, long shiftSeconds)
    {
        _prices = prices;
        _shiftSeconds = shiftSeconds;
    }

    /// <inheritdoc/>
    public TariffPrices At(long utcSeconds)
    {
        Sample sample = _prices.LastAt(utcSeconds + _shiftSeconds);
        long feedIn = _prices.Kind == DataKind.Retail ? sample.First * FeedInPercent / 100 : sample.Second;
        return new TariffPrices((int)sample.First, (int)feedIn);
    }
}
