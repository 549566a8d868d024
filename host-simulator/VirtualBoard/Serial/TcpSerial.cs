// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Net;
using System.Net.Sockets;

namespace Prosumeter.Simulator.Boards.Serial;

/// <summary>A serial line behind a TCP port on the loopback interface, where there are no pseudo-terminals. The newest connection is the one heard.</summary>
public sealed class TcpSerial : ISerialEndpoint
{
    private readonly TcpListener _listener;
    private Socket? _client;

    /// <summary>Listens.</summary>
    /// <param name="port">Port, or 0 for any free one.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public TcpSerial(int port = 0)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <inheritdoc/>
    public string Name => $"tcp://127.0.0.1:{Port}";

    /// <inheritdoc/>
    public int Read(Span<byte> buffer)
    {
        Accept();
        if (_client is null || buffer.Length == 0)
        {
            return 0;
        }

        int count = _client.Receive(buffer, SocketFlags.None, out SocketError error);
        if ((count == 0 && error == SocketError.Success) || error is not (SocketError.Success or SocketError.WouldBlock))
        {
            Drop();
        }

        return error == SocketError.Success ? count : 0;
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Accept();
        if (_client is null)
        {
            return;
        }

        _client.Send(bytes, SocketFlags.None, out SocketError error);
        if (error is not (SocketError.Success or SocketError.WouldBlock))
        {
            Drop();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Drop();
        _listener.Dispose();
    }

    private void Accept()
    {
        while (_listener.Pending())
        {
            Drop();
            _client = _listener.AcceptSocket();
            _client.Blocking = false;
            _client.NoDelay = true;
        }
    }

    private void Drop()
    {
        _client?.Dispose();
        _client = null;
    }
}
