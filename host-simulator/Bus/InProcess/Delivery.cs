// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Bus.InProcess;

/// <summary>One event on its way to a client.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Client">For <see cref="DeliveryKind.Message"/>: whose next waiting message.</param>
/// <param name="Session">For the other kinds: who gets it.</param>
/// <param name="Epoch">For the other kinds: for which connection; one that is over gets nothing any more.</param>
/// <param name="Id">Identifier of the request.</param>
/// <param name="Value">Granted QoS, or 1 for acknowledged.</param>
internal readonly record struct Delivery(DeliveryKind Kind, ClientRecord? Client, InProcessSession? Session, int Epoch, ushort Id, int Value)
{
    public static Delivery NextMessage(ClientRecord client)
    {
        return new Delivery(DeliveryKind.Message, client, null, 0, 0, 0);
    }

    public static Delivery Event(DeliveryKind kind, InProcessSession session, int epoch, ushort id = 0, int value = 0)
    {
        return new Delivery(kind, null, session, epoch, id, value);
    }
}
