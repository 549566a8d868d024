// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>Random clients over a random network: what holds whatever happens.</summary>
[TestClass]
public sealed class InProcessChaosTests
{
    private const int Clients = 6;

    /// <summary>The same seed gives the same events; no message has two fates; afterwards everybody can talk to everybody.</summary>
    [TestMethod]
    public void RandomNetworksKeepTheRules()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            var first = new Chaos(seed);
            first.Run();
            var second = new Chaos(seed);
            second.Run();
            CollectionAssert.AreEqual(first.Log, second.Log, $"Seed {seed}");
            Assert.IsTrue(first.Log.Count > 50, $"Seed {seed} did next to nothing.");
            first.HealAndCheck(seed);
        }
    }

    private sealed class Chaos
    {
        private readonly InProcessBroker _broker = new() { MaxWaitingMessages = 20 };
        private readonly IMqttSession[] _sessions = new IMqttSession[Clients];
        private readonly HashSet<(int Client, int Connection, ushort Id)> _fates = [];
        private readonly int[] _connections = new int[Clients];
        private readonly Random _random;

        public Chaos(int seed)
        {
            _random = new Random(seed);
            _broker.Faults.Seed(seed);
            for (int i = 0; i < Clients; i++)
            {
                int client = i;
                _sessions[i] = _broker.CreateSession();
                _sessions[i].MessageReceived += message => Log.Add($"{client} {message.Topic} {message.Payload.Length}");
                _sessions[i].Published += (id, isAcknowledged) => NoteFate(client, id, isAcknowledged);
                _sessions[i].Closed += () => Log.Add($"{client} closed");
            }
        }

        public List<string> Log { get; } = [];

        public void Run()
        {
            for (int step = 0; step < 400; step++)
            {
                Act(_random.Next(Clients), step);
            }
        }

        /// <summary>Without faults every client hears a message of every client, once.</summary>
        public void HealAndCheck(int seed)
        {
            (_broker.Faults.LosePermille, _broker.Faults.DuplicatePermille, _broker.Faults.DelayPermille, _broker.Faults.ReorderPermille) = (0, 0, 0, 0);
            _broker.Faults.ConnectAnswer = MqttConnectStatus.Accepted;
            _broker.AdvanceTo(_broker.NowMilliseconds + 1_000_000);
            foreach (IMqttSession session in _sessions)
            {
                session.Disconnect();
                session.Connect(new MqttConnectOptions { ClientId = $"healed-{Array.IndexOf(_sessions, session)}" });
                session.Subscribe(["healed/#"], 1);
            }

            _broker.Pump();
            Log.Clear();
            for (int i = 0; i < Clients; i++)
            {
                _sessions[i].Publish($"healed/{i}", [], 0, false);
            }

            _broker.Pump();
            var expected = from topic in Enumerable.Range(0, Clients)
                           from client in Enumerable.Range(0, Clients)
                           select $"{client} healed/{topic} 0";
            CollectionAssert.AreEqual(expected.ToArray(), Log, $"Seed {seed}");
        }

        private void Act(int client, int step)
        {
            IMqttSession session = _sessions[client];
            switch (_random.Next(14))
            {
                case 0 or 1 when !session.IsConnected:
                    Connect(client);
                    break;
                case 2 or 3 when session.IsConnected:
                    session.Subscribe([$"t/{_random.Next(3)}", _random.Next(2) == 0 ? "t/+" : "will/#"], _random.Next(2));
                    break;
                case 4 or 5 or 6 or 7:
                    session.Publish($"t/{_random.Next(3)}", new byte[step % 50], _random.Next(2), _random.Next(5) == 0);
                    break;
                case 8:
                    _broker.AdvanceTo(_broker.NowMilliseconds + _random.Next(8_000));
                    break;
                case 9:
                    Break(session, client);
                    break;
                case 10:
                    session.IsSilent = _random.Next(3) > 0;
                    break;
                case 11:
                    ChangeFaults();
                    break;
                default:
                    _broker.Pump();
                    break;
            }
        }

        private void Connect(int client)
        {
            var options = new MqttConnectOptions
            {
                ClientId = $"c{_random.Next(Clients + 2)}",
                IsCleanSession = _random.Next(2) == 0,
                KeepAliveSeconds = _random.Next(3) * 10,
                AcknowledgementTimeoutMilliseconds = 1000,
                Will = _random.Next(2) == 0 ? new MqttWill($"will/{client}", [], 1, false) : null,
            };
            _connections[client]++;
            Log.Add($"{client} {_sessions[client].Connect(options).Status}");
        }

        private void Break(IMqttSession session, int client)
        {
            switch (_random.Next(4))
            {
                case 0:
                    session.Disconnect();
                    break;
                case 1:
                    session.Abort();
                    break;
                case 2:
                    _broker.DropClient($"c{client}");
                    break;
                default:
                    _broker.SilenceClient($"c{client}");
                    break;
            }
        }

        private void ChangeFaults()
        {
            _broker.Faults.LosePermille = _random.Next(2) * 300;
            _broker.Faults.DuplicatePermille = _random.Next(2) * 300;
            _broker.Faults.DelayPermille = _random.Next(2) * 300;
            _broker.Faults.ReorderPermille = _random.Next(2) * 300;
            _broker.Faults.ConnectAnswer = _random.Next(4) == 0 ? MqttConnectStatus.TimedOut : MqttConnectStatus.Accepted;
        }

        private void NoteFate(int client, ushort id, bool isAcknowledged)
        {
            Log.Add($"{client} {(isAcknowledged ? "acknowledged" : "failed")} {id}");
            Assert.IsTrue(_fates.Add((client, _connections[client], id)), $"Message {id} of client {client} has two fates.");
        }
    }
}
