// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Globalization;

namespace Prosumeter.Simulator.Cli.Live;

/// <summary>Where an MQTT broker listens.</summary>
/// <param name="Host">Name or IP address.</param>
/// <param name="Port">TCP port.</param>
internal sealed record BrokerAddress(string Host, int Port)
{
    private const int UsualPort = 1883;

    /// <summary>What is allowed, for people.</summary>
    public const string Allowed = "HOST or HOST:PORT, such as localhost:1883 or [::1]:1883";

    /// <summary>Reads "host", "host:port" or "[ipv6]:port".</summary>
    /// <returns>Null when it is none of them.</returns>
    public static BrokerAddress? Parse(string text)
    {
        int colon = text.LastIndexOf(':');
        bool hasPort = colon > 0 && text.LastIndexOf(']') < colon;
        string host = (hasPort ? text[..colon] : text).Trim('[', ']');
        int port = UsualPort;
        bool isGood = host.Length > 0
            && !host.Contains(' ')
            && (!hasPort || (int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= ushort.MaxValue))
            && (!host.Contains(':') || text.StartsWith('['));
        return isGood ? new BrokerAddress(host, port) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
