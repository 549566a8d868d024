// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Threading;

namespace Prosumeter.Simulator.Bus.Mosquitto;

/// <summary>One network connection of libmosquitto, from CONNECT to its end. The network thread drives it; callbacks only note and post.</summary>
internal sealed class MosquittoConnection
{
    // The default of 20 costs a market that awards thousands at once a round trip for every 20.
    private const int MostOnTheWay = 1000;

    private readonly Lock _gate = new();
    private readonly MosquittoSession _session;
    private readonly MosquittoHandle _client;
    private readonly UnacknowledgedMessages _unacknowledged;
    private bool _isClosedPosted;
    private LingeringSocket? _goodbye;
    private bool _isLingering;
    private volatile bool _isDisconnecting;
    private volatile bool _isEnded;

    public MosquittoConnection(MosquittoSession session, string brokerName, MqttConnectOptions options)
    {
        _session = session;
        Answer = new PendingAnswer(brokerName);
        _unacknowledged = new UnacknowledgedMessages(options);
        Held = new HeldMessages(options.AcknowledgesByHand, session.Wake);
        _client = MosquittoHandle.Create(this, options.ClientId, options.IsCleanSession);
        Prepare(options);
    }

    /// <summary>What the broker says to CONNECT.</summary>
    public PendingAnswer Answer { get; }

    public bool IsOpen => Answer.IsAccepted && !_isDisconnecting && !_isEnded;

    /// <summary>Fault: no bytes move. Keep alive still runs.</summary>
    public bool IsSilent { get; set; }

    /// <summary>What came and is not acknowledged yet.</summary>
    public HeldMessages Held { get; }

    public bool IsDisconnecting => _isDisconnecting && !_isEnded;

    /// <summary>Starts to connect. The name is looked up here, the rest happens on the network thread.</summary>
    /// <returns>False when it failed at once; the answer is then there.</returns>
    public bool Start(string host, int port, int keepAliveSeconds)
    {
        // libmosquitto takes 0 or at least 5.
        int keepAlive = keepAliveSeconds is > 0 and < 5 ? 5 : keepAliveSeconds;
        int error = LibMosquitto.ConnectAsync(_client, host, port, keepAlive);
        if (error != LibMosquitto.Success)
        {
            End(error);
            _client.Dispose();
        }

        return error == LibMosquitto.Success;
    }

    /// <returns>Identifier, or 0 when the connection has ended.</returns>
    public ushort Publish(string topic, ReadOnlySpan<byte> payload, int qos, bool retain)
    {
        // Under the lock the client is not released, and the acknowledgement finds its message noted.
        lock (_gate)
        {
            if (!IsOpen || _unacknowledged.IsFull)
            {
                return 0;
            }

            int error = LibMosquitto.Publish(_client, out int id, topic, payload.Length, payload, qos, retain);
            if (error == LibMosquitto.Success && qos > 0)
            {
                _unacknowledged.Add(id);
            }

            return Accepted(error, id);
        }
    }

    public ushort Subscribe(string[] filters, int qos)
    {
        lock (_gate)
        {
            return IsOpen ? Accepted(LibMosquitto.Subscribe(_client, out int id, filters.Length, filters, qos, 0, 0), id) : (ushort)0;
        }
    }

    public ushort Unsubscribe(string[] filters)
    {
        lock (_gate)
        {
            return IsOpen ? Accepted(LibMosquitto.Unsubscribe(_client, out int id, filters.Length, filters, 0), id) : (ushort)0;
        }
    }

    /// <summary>Asks for a graceful end; the network thread says it. A goodbye would acknowledge what is held: then the connection breaks off.</summary>
    public void Disconnect()
    {
        lock (_gate)
        {
            _isDisconnecting |= IsOpen;
        }
    }

    public void Abort()
    {
        _isEnded = true;
        PostClosed();
    }

    /// <summary>Whether a message still waited for its acknowledgement; it does not any more.</summary>
    public bool Acknowledge(int id)
    {
        lock (_gate)
        {
            return _unacknowledged.Remove(id);
        }
    }

    /// <summary>What the network thread is to wait for.</summary>
    public LibC.PollDescriptor Describe()
    {
        if (_isEnded || IsSilent)
        {
            return new LibC.PollDescriptor { Descriptor = -1 };
        }

        SayGoodbyeIfAsked();
        bool mayRead = (_goodbye is null || _isLingering) && !Held.IsFull;
        int events = (mayRead ? LibC.PollIn : 0) | (Held.IsEmpty && LibMosquitto.WantsWrite(_client) ? LibC.PollOut : 0);
        int descriptor = _isLingering ? _goodbye!.Descriptor : LibMosquitto.GetSocket(_client);
        return new LibC.PollDescriptor { Descriptor = descriptor, Events = (short)events };
    }

    /// <summary>Moves bytes, as poll() found possible.</summary>
    public void Transfer(short occurred)
    {
        if (_isLingering)
        {
            EndWhen(occurred != 0 && _goodbye!.Drain());
            return;
        }

        if ((occurred & ~LibC.PollOut) != 0 && _goodbye is null && !_isEnded)
        {
            EndOnError(LibMosquitto.LoopRead(_client, 1));
        }

        if ((occurred & LibC.PollOut) != 0 && !_isEnded && Held.IsEmpty)
        {
            EndOnError(LibMosquitto.LoopWrite(_client, 1));
        }
    }

    /// <summary>Keep alive and time-outs.</summary>
    public void Tick()
    {
        EndWhen(_isLingering && _goodbye!.IsOverdue);
        if (!_isEnded && !_isLingering)
        {
            EndOnError(LibMosquitto.LoopMisc(_client));
            GiveUpOverdue();
        }
    }

    public bool ReleaseIfEnded()
    {
        if (_isEnded)
        {
            Release();
        }

        return _isEnded;
    }

    public void Release()
    {
        lock (_gate)
        {
            _isEnded = true;
            _client.Dispose();
            _goodbye?.Dispose();
        }
    }

    /// <summary>Has an event raised on the dispatch thread, as long as this connection is the session's.</summary>
    public void Post(Action<MosquittoSession> raise)
    {
        _session.Post(this, raise);
    }

    /// <summary>
    /// Queues DISCONNECT. From then on libmosquitto takes every packet it reads for a breach of protocol and closes the socket, before DISCONNECT
    /// is out: so this happens between two reads, and there is no further one.
    /// </summary>
    private void SayGoodbyeIfAsked()
    {
        if (_isDisconnecting && _goodbye is null && Held.IsEmpty)
        {
            _goodbye = new LingeringSocket(LibMosquitto.GetSocket(_client));
            EndOnError(LibMosquitto.Disconnect(_client));
        }

        EndWhen(_isDisconnecting && _goodbye is null);
    }

    private void Prepare(MqttConnectOptions options)
    {
        LibMosquitto.SetThreaded(_client, true);
        LibMosquitto.SetOption(_client, LibMosquitto.OptionTcpNoDelay, 1);
        LibMosquitto.SetOption(_client, LibMosquitto.OptionSendMaximum, MostOnTheWay);
        MosquittoCallbacks.Register(_client);
        if (options.UserName is not null)
        {
            LibMosquitto.SetUser(_client, options.UserName, options.Password);
        }

        if (options.Will is MqttWill will)
        {
            RequireTaken(LibMosquitto.SetWill(_client, will.Topic, will.Payload.Length, will.Payload, will.QualityOfService, will.IsRetained));
        }
    }

    private ushort Accepted(int error, int id)
    {
        const int NoConnection = 4;
        if (error == NoConnection)
        {
            return 0;
        }

        RequireTaken(error);
        _session.Wake();
        return (ushort)id;
    }

    private static void RequireTaken(int error)
    {
        if (error != LibMosquitto.Success)
        {
            throw new ArgumentException($"libmosquitto: {LibMosquitto.Describe(error)}");
        }
    }

    private void EndOnError(int error)
    {
        bool isClosed = LibMosquitto.GetSocket(_client) < 0;
        if (error == LibMosquitto.Success && isClosed && _goodbye is not null)
        {
            // DISCONNECT is out.
            _goodbye.ShutDownSending();
            _isLingering = true;
        }
        else if (error != LibMosquitto.Success || isClosed)
        {
            End(error);
        }
    }

    private void EndWhen(bool isOver)
    {
        if (isOver && !_isEnded)
        {
            End(LibMosquitto.Success);
        }
    }

    private void End(int error)
    {
        _isEnded = true;
        Answer.Fail(error);
        PostClosed();
    }

    /// <summary>Closed comes once, and only after the broker had accepted.</summary>
    private void PostClosed()
    {
        if (Answer.IsAccepted && !Interlocked.Exchange(ref _isClosedPosted, true))
        {
            Post(session => session.RaiseClosed());
        }
    }

    private void GiveUpOverdue()
    {
        lock (_gate)
        {
            foreach (int id in _unacknowledged.FindOverdue())
            {
                Post(session => session.RaisePublished(this, id, isAcknowledged: false));
            }
        }
    }
}
