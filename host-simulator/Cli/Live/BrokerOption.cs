// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.CommandLine;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Simulator.Cli.Live;

/// <summary>The broker of a command, and what is in the way of reaching it.</summary>
internal static class BrokerOption
{
    /// <summary><c>--broker HOST:PORT</c></summary>
    public static Option<BrokerAddress?> Create(string description) => new("--broker")
    {
        Description = description,
        HelpName = "HOST:PORT",
        CustomParser = result => CommonOptions.Parsed(result, BrokerAddress.Parse(CommonOptions.TextOf(result)), BrokerAddress.Allowed),
    };

    /// <summary>The broker at an address; nothing is connected yet.</summary>
    /// <exception cref="CliException">The MQTT library is missing.</exception>
    public static MosquittoBroker Open(BrokerAddress address)
    {
        try
        {
            return new MosquittoBroker(address.Host, address.Port);
        }
        catch (DllNotFoundException missing)
        {
            throw CliException.Environment(missing.Message);
        }
    }
}
