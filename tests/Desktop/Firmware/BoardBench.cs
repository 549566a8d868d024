// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Text;
using Prosumeter.Firmware;
using Prosumeter.Messages;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Chips;
using Prosumeter.Simulator.Boards.Network;
using Prosumeter.Simulator.Boards.Serial;
using Prosumeter.Simulator.Bus;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Firmware;

/// <summary>The firmware exactly as it runs on a device, on a virtual board with an in-process broker; the market is the test.</summary>
internal sealed class BoardBench : IDisposable
{
    public const string Cluster = MeterBench.Cluster;
    public const int MeterNumber = MeterBench.MeterNumber;
    public const string ClientId = "prosumeter-test-16";

    private readonly BoardScope _scope;
    private readonly IMqttSession _market;

    public BoardBench(string configuration = MeterBench.Usual + "broker-host = broker.example\n")
    {
        Board = new VirtualBoard(new VirtualBoardOptions { Time = Time, Broker = Broker, Network = Network, Serial = Serial });
        _scope = Board.Enter();
        for (int i = 0; i < Chips.Length; i++)
        {
            Chips[i] = new Ina219Chip(Time);
            Board.I2c(1).Attach(0x40 + i, Chips[i]);
        }

        _market = Broker.CreateSession();
        _market.MessageReceived += message => Received.Add(message);
        _market.Connect(new MqttConnectOptions { ClientId = "market" });
        _market.Subscribe(["prosumeter/v1/" + Cluster + "/+/+"], 1);
        WriteConfiguration(configuration);
    }

    public LogicalTime Time { get; } = new(MeterBench.StartUtcSeconds);

    public InProcessBroker Broker { get; } = new();

    public VirtualNetwork Network { get; } = new();

    public MemorySerial Serial { get; } = new();

    public VirtualBoard Board { get; }

    public Ina219Chip[] Chips { get; } = new Ina219Chip[3];

    public List<MqttMessage> Received { get; } = [];

    public ControllerApp App { get; private set; } = null!;

    public int Slot => MarketSlot.Of(App.Meter.Clock.UtcSeconds, MeterBench.SlotSeconds);

    public void WriteConfiguration(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Board.Flash.Create(Prosumeter.Firmware.Board.ConfigurationPath);
        Board.Flash.Write(Prosumeter.Firmware.Board.ConfigurationPath, 0, bytes);
    }

    public void Start()
    {
        App = Prosumeter.Firmware.Board.Build();
    }

    public void PowerCycle()
    {
        Board.PowerOff();
        Board.PowerOn();
        Start();
    }

    /// <summary>The loop of Program.Main, with the broker in step.</summary>
    public void Run(double seconds)
    {
        long until = Time.MonotonicMicroseconds + (long)(seconds * 1e6);
        while (Time.MonotonicMicroseconds < until)
        {
            Board.Sleep(App.Step());
            Broker.AdvanceTo(Time.MonotonicMicroseconds / 1000);
        }
    }

    public void RunUntilBefore(int slot, double seconds)
    {
        Run(MarketSlot.StartSeconds(slot, MeterBench.SlotSeconds) - (Board.Clock.UtcMicroseconds / 1e6) - seconds);
    }

    public void Tell(string topic, Message message)
    {
        byte[] buffer = new byte[MessageCodec.MaxMessageLength];
        int length = MessageCodec.Encode(message, buffer, 0);
        _market.Publish(topic, buffer.AsSpan(0, length), 1, false);
    }

    public List<T> Sent<T>()
        where T : Message, new()
    {
        var messages = new List<T>();
        foreach (MqttMessage received in Received)
        {
            var message = new T();
            byte[] payload = received.Payload;
            if (MessageCodec.PeekType(payload, 0, payload.Length) == message.Type
                && MessageCodec.Decode(payload, 0, payload.Length, message) == RefusalReason.Taken)
            {
                messages.Add(message);
            }
        }

        return messages;
    }

    public void Dispose()
    {
        _scope.Dispose();
        Board.Dispose();
        _market.Dispose();
    }
}
