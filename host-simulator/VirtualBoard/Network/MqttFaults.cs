// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.Network;

/// <summary>Fault switches of the MQTT library on one board.</summary>
public sealed class MqttFaults
{
    /// <summary>Where the connection breaks when the board publishes next; happens once.</summary>
    public MessageCut NextCut { get; set; }

    /// <summary>The library's next event ends in an exception, which closes the connection; happens once.</summary>
    public bool FailsNextEvent { get; set; }

    /// <summary>While true, MqttClient.Close does not return.</summary>
    public bool HangsOnClose { get; set; }

    /// <summary>While true, MqttClient.Connect does not return.</summary>
    public bool HangsOnConnect { get; set; }

    internal MessageCut TakeCut()
    {
        MessageCut cut = NextCut;
        NextCut = MessageCut.None;
        return cut;
    }

    internal bool TakeEventFailure()
    {
        bool fails = FailsNextEvent;
        FailsNextEvent = false;
        return fails;
    }
}
