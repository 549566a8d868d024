// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Market.Crash;

/// <summary>
/// Three meters trade for four slots with a market that keeps a ledger and may be killed: after each kill another one is started on the same file at once. Slot 1000
/// begins at second 900,000; bids of all meters, one bid that is refused, reports of all, one of them late and one doubled.
/// </summary>
internal sealed class CrashStory : IDisposable
{
    private const string Cluster = "crash";
    private const int SlotSeconds = 900;
    private const int FirstSlot = 1000;
    private const int Slots = 4;
    private static readonly int[] s_seconds = [0, 5, 300, 839, 840, 842, 870];
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"prosumeter-crash-{Guid.NewGuid():N}.db");
    private readonly InProcessBroker _broker = new();
    private readonly KillableMarket _market;
    private readonly IMqttSession _meters;
    private readonly List<MqttMessage> _heard = [];
    private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];

    public CrashStory(int crashAt)
    {
        _meters = _broker.CreateSession();
        _meters.MessageReceived += _heard.Add;
        _meters.Connect(new MqttConnectOptions { ClientId = "meters" });
        _meters.Subscribe(["prosumeter/v1/crash/market/+", "prosumeter/v1/crash/+/award", "prosumeter/v1/crash/+/settlement", "prosumeter/v1/crash/+/ack", "prosumeter/v1/crash/+/cmd"], qos: 1);
        _market = new KillableMarket(_broker, _path, crashAt, NewMarket);
    }

    public int Kills => _market.Kills;

    public int Acts => _market.Acts;

    public void Run()
    {
        foreach (int slot in Enumerable.Range(FirstSlot, Slots))
        {
            foreach (int second in s_seconds)
            {
                long now = (((long)slot * SlotSeconds) + second) * 1000;
                MetersSpeak(slot, second);
                _market.StepUntilAlive(now);
                _market.StepUntilAlive(now);
            }
        }
    }

    /// <summary>What the market told the meters, each message once, without the mark of a replay.</summary>
    public string[] Told() => _heard.Select(Told).Distinct().Order().ToArray();

    /// <summary>What the ledger says at the end: entries, balances, and findings of its check.</summary>
    public string[] Books() =>
    [
        .. LedgerVerifier.Verify(_market.Ledger).Select(finding => finding.ToString()),
        .. _market.Ledger.Rows(Cluster).Select(row => $"{row.Slot} {row.Entry} {Convert.ToHexString(row.Record.Message)}").Order(),
        .. _market.Ledger.Accounts(Cluster).Select(Told),
        .. _market.Ledger.Owed(Cluster).Select(owed => $"owed: {owed.Topic}"),
    ];

    public void Dispose()
    {
        _market.Dispose();
        _meters.Dispose();
        foreach (string suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(_path + suffix);
        }
    }

    private static Aggregator NewMarket(IMqttBroker broker, Ledger ledger) => new(
        broker,
        new AggregatorSettings(Cluster, DailyTariff.Flat(new TariffPrices(300_000, 80_000)), new PayAsAskRule())
        {
            TaxPermille = 50,
            Rules = new BidRules(NeedsBirth: true, CostMicrosPerKilowattHour: 50_000),
        },
        ledger);

    private void MetersSpeak(int slot, int second)
    {
        switch (second)
        {
            case 0:
                Say(1, new Birth { BootCount = 1, SlotSeconds = SlotSeconds, FirmwareVersion = "1", Sequence = slot });
                Say(2, new Birth { BootCount = 1, SlotSeconds = SlotSeconds, FirmwareVersion = "1", Sequence = slot });
                break;
            case 5:
                Report(1, slot, isLate: slot == FirstSlot + 2);
                Report(2, slot, isLate: false);
                Report(2, slot, isLate: false);
                break;
            case 300:
                Bid(1, slot + 1, TradeSide.Sell, 500_000, 120_000);
                Bid(2, slot + 1, TradeSide.Buy, 300_000, 200_000);
                Bid(3, slot + 1, TradeSide.Buy, 1, 1);
                Bid(1, slot, TradeSide.Sell, 1, 120_000);
                break;
            case 839 when slot == FirstSlot + 3:
                Report(1, slot - 1, isLate: false);
                break;
        }
    }

    private void Report(int meter, int slot, bool isLate)
    {
        if (!isLate)
        {
            Say(meter, new SlotReport { Slot = slot - 1, Sequence = slot, ImportMilliwattHours = slot * 7000L * meter, ExportMilliwattHours = slot * 200_000L });
        }
    }

    private void Bid(int meter, int slot, TradeSide side, int energy, int price) =>
        Say(meter, new Bid { Slot = slot, Sequence = slot, Side = side, EnergyMilliwattHours = energy, PriceMicrosPerKilowattHour = price });

    private void Say(int meter, Message message)
    {
        message.Meter = meter;
        int length = MessageCodec.Encode(message, _buffer, 0);
        _meters.Publish(Topics.ForMeter(Cluster, meter, message.Type), _buffer.AsSpan(0, length), qos: 1, retain: message.Type == MessageType.Birth);
    }

    // A message that comes twice and is refused is refused twice: only the sequence tells the two answers apart.
    private static string Told(MqttMessage message)
    {
        byte[] payload = Replay.Of(message.Payload);
        Acknowledgement answer = new();
        if (MessageCodec.Decode(payload, 0, payload.Length, answer) == RefusalReason.Taken)
        {
            return $"{message.Topic} {answer.AnsweredType} {answer.AnsweredSequence} {(RefusalReason)answer.Reason}";
        }

        return $"{message.Topic} {Convert.ToHexString(payload)}";
    }

    private static string Told(StoredAccount stored)
    {
        MarketAccounts accounts = new();
        accounts.Restore(stored);
        MeterAccount meter = accounts.Of(Math.Max(stored.Account, 1));
        OperatorAccount @operator = accounts.Operator;
        return $"{stored.Account}: {stored.BalanceMicros}, {meter.ReportedSlot} {meter.Registers} {meter.ReputationPermille} {meter.BootCount} {meter.MissingReport} "
            + $"{meter.Positions.Until(int.MaxValue)}, {@operator.TaxMicros} {@operator.SoldMilliwattHours} {@operator.BoughtMilliwattHours} {@operator.AnnouncedSlot} {@operator.ClearedSlot}";
    }
}
