// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>
/// The local market of one slot: buyers take the cheapest ask at or below the operator's price, pay as asked, and the rest comes from the
/// operator. Sellers earn the same whatever the order of the buyers is.
/// </summary>
internal sealed class LocalMarket(Reading reading, AskBook book, double[] net, Turn[] turns, SlotDetail? detail)
{
    private double _price;
    private int _position;
    private int _seller;
    private double _left;
    private int _transactions;

    /// <summary>Energy sold by prosumers so far, kWh.</summary>
    public double TradedKwh { get; private set; }

    /// <summary>What prosumers earned so far.</summary>
    public double Revenue { get; private set; }

    /// <summary>Whether any ask moved.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>Opens a slot. A positive <c>net</c> of a friendly prosumer is his offer.</summary>
    public void Open(double price, bool hasOffers)
    {
        _price = price;
        _position = 0;
        (TradedKwh, Revenue, HasMoved) = (0, 0, false);
        if (hasOffers)
        {
            NextSeller();
        }
    }

    /// <summary>One buyer buys; gives what he pays.</summary>
    public double Buy(double wantedKwh)
    {
        double cost = 0;
        while (wantedKwh > 0 && _seller >= 0)
        {
            double taken = Math.Min(wantedKwh, _left);
            cost += Sell(taken);
            wantedKwh -= taken;
            _left -= taken;
            if (_left == 0)
            {
                Leave(soldOut: true);
                NextSeller();
            }
        }

        return cost + (wantedKwh * _price);
    }

    /// <summary>Closes the slot: <c>net</c> of every seller is then his revenue.</summary>
    public void Close()
    {
        if (_seller >= 0)
        {
            Leave(soldOut: false);
        }

        ReadOnlySpan<int> order = book.Order;
        for (; _position < order.Length; _position++)
        {
            if (Offers(order[_position]))
            {
                net[order[_position]] = 0;
                Lower(order[_position]);
            }
        }
    }

    private bool Offers(int prosumer) => net[prosumer] > 0 && turns[prosumer] == Turn.Friendly;

    private void NextSeller()
    {
        ReadOnlySpan<int> order = book.Order;
        ReadOnlySpan<double> asks = book.Asks;
        _seller = -1;
        while (_position < order.Length && asks[order[_position]] <= _price)
        {
            int prosumer = order[_position++];
            if (Offers(prosumer))
            {
                (_seller, _left, _transactions) = (prosumer, net[prosumer], 0);
                net[prosumer] = 0;
                return;
            }
        }
    }

    private double Sell(double kwh)
    {
        double money = kwh * book.Asks[_seller];
        net[_seller] += money;
        Revenue += money;
        TradedKwh += kwh;
        _transactions++;
        if (detail != null)
        {
            detail.SoldKwh[_seller] += kwh;
        }

        return money;
    }

    private void Leave(bool soldOut)
    {
        if (_transactions == 0)
        {
            Lower(_seller);
        }
        else if (soldOut || reading.AskRise != AskRise.SoldOut)
        {
            Raise(_seller, reading.AskRise == AskRise.EachTransaction ? _transactions : 1);
        }
    }

    private void Raise(int prosumer, int times)
    {
        for (; times > 0; times--)
        {
            book.Multiply(prosumer, 1 + reading.AskStep, reading.AskFloor);
        }

        turns[prosumer] = Turn.Raised;
        HasMoved = true;
    }

    private void Lower(int prosumer)
    {
        if (reading.AskFall == AskFall.Unsold || book.Asks[prosumer] > _price)
        {
            book.Multiply(prosumer, 1 - reading.AskStep, reading.AskFloor);
            turns[prosumer] = Turn.Lowered;
            HasMoved = true;
        }
    }
}
