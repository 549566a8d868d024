// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The Stackelberg auctioneer after Doan and Cho (2021): the auctioneer leads with one price, the buyers follow. A buyer of bid w and energy limit c has the utility
/// w ln(1 + x) - p x for x kWh, so it wants x = w / p - 1 within 0 and c; sellers whose ask is at most p supply in merit order; buyers are rationed in proportion
/// when supply is short. Of the prices from the best bid down to the lowest ask, the auctioneer takes the one with the highest average welfare of all orders, the
/// higher price when two are equal. Wanted energies are rounded down to 1 mWh; money is rounded as in <see cref="KDoubleAuctionRule"/>. An instance keeps
/// buffers and serves one thread.
/// </summary>
public sealed class StackelbergRule : IClearingRule
{
    /// <summary>The step of the price grid where none is given, in micro-units per kWh.</summary>
    public const int DefaultStepMicrosPerKilowattHour = 1000;

    // A single absurd bid must not make the search endless: wider grids get a wider step.
    private const int MostSteps = 10_000;
    private readonly int _stepMicros;
    private long[] _wanted = [];

    /// <summary>A rule with a given price grid.</summary>
    /// <param name="stepMicrosPerKilowattHour">Step of the grid in micro-units per kWh, 1 or more; wider where the grid would have more than 10,000 steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not positive.</exception>
    public StackelbergRule(int stepMicrosPerKilowattHour = DefaultStepMicrosPerKilowattHour)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepMicrosPerKilowattHour);
        _stepMicros = stepMicrosPerKilowattHour;
    }

    /// <inheritdoc/>
    public string Name => "stackelberg";

    /// <inheritdoc/>
    public AuctionProperties Promises => AuctionProperties.IndividuallyRational | AuctionProperties.BudgetBalanced;

    /// <inheritdoc/>
    public void Clear(OrderBook book, AuctionOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(outcome);
        outcome.Start(book);
        if (_wanted.Length < book.Bids.Count)
        {
            _wanted = new long[Math.Max(book.Bids.Count, 2 * _wanted.Length)];
        }

        if (book.Asks.Count > 0 && book.Bids.Count > 0 && BestPrice(book) is int price)
        {
            long energy = Math.Min(Respond(book.Bids, price), Supply(book.Asks, price));
            outcome.Asks.AddBest(book.Asks.EnergiesMilliwattHours, energy, price);
            outcome.Bids.AddProRata(_wanted.AsSpan(0, book.Bids.Count), energy, price);
        }
    }

    private int? BestPrice(OrderBook book)
    {
        int highest = book.Bids.PricesMicrosPerKilowattHour[0], lowest = book.Asks.PricesMicrosPerKilowattHour[0];
        int step = Math.Max(_stepMicros, (highest - lowest) / MostSteps);
        int? best = null;
        double bestWelfare = 0;
        for (long price = highest; price >= lowest; price -= step)
        {
            double welfare = Welfare(book, (int)price);
            if (welfare > bestWelfare)
            {
                best = (int)price;
                bestWelfare = welfare;
            }
        }

        return best;
    }

    /// <summary>The welfare of all orders at a price: what the energy is worth to buyers less what it costs sellers. What one pays another receives.</summary>
    private double Welfare(OrderBook book, int price)
    {
        long demand = Respond(book.Bids, price);
        long energy = Math.Min(demand, Supply(book.Asks, price));
        return energy == 0 ? 0 : Worth(book.Bids, (double)energy / demand) - Cost(book.Asks, energy);
    }

    /// <summary>Fills <see cref="_wanted"/> with the buyers' best response to a price.</summary>
    /// <returns>Its sum in mWh.</returns>
    private long Respond(MeritOrder bids, int price)
    {
        ReadOnlySpan<int> bidPrices = bids.PricesMicrosPerKilowattHour;
        ReadOnlySpan<long> limits = bids.EnergiesMilliwattHours;
        long sum = 0;
        for (int rank = 0; rank < bidPrices.Length; rank++)
        {
            long gain = Math.Max(0, (long)bidPrices[rank] - price);
            long best = price == 0 ? (gain > 0 ? long.MaxValue : 0) : gain * Money.MilliwattHoursPerKilowattHour / price;
            _wanted[rank] = Math.Min(best, limits[rank]);
            sum = checked(sum + _wanted[rank]);
        }

        return sum;
    }

    private static long Supply(MeritOrder asks, int price)
    {
        long sum = 0;
        for (int rank = 0; rank < asks.Count && asks.PricesMicrosPerKilowattHour[rank] <= price; rank++)
        {
            sum = checked(sum + asks.EnergiesMilliwattHours[rank]);
        }

        return sum;
    }

    private double Worth(MeritOrder bids, double served)
    {
        double sum = 0;
        for (int rank = 0; rank < bids.Count && _wanted[rank] > 0; rank++)
        {
            double kilowattHours = _wanted[rank] * served / Money.MilliwattHoursPerKilowattHour;
            sum += bids.PricesMicrosPerKilowattHour[rank] * NaturalLogarithm.Of(1 + kilowattHours);
        }

        return sum;
    }

    private static double Cost(MeritOrder asks, long energyMilliwattHours)
    {
        double sum = 0;
        for (int rank = 0; energyMilliwattHours > 0; rank++)
        {
            long energy = Math.Min(energyMilliwattHours, asks.EnergiesMilliwattHours[rank]);
            sum += (double)energy / Money.MilliwattHoursPerKilowattHour * asks.PricesMicrosPerKilowattHour[rank];
            energyMilliwattHours -= energy;
        }

        return sum;
    }
}
