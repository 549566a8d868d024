// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Prosumeter.Simulator.Bus.Mosquitto;

/// <summary>Where libmosquitto calls back, on the network thread and with its locks held: note, post, return.</summary>
internal static unsafe class MosquittoCallbacks
{
    public static void Register(MosquittoHandle client)
    {
        LibMosquitto.OnConnect(client, &OnConnect);
        LibMosquitto.OnMessage(client, &OnMessage);
        LibMosquitto.OnPublish(client, &OnPublish);
        LibMosquitto.OnSubscribe(client, &OnSubscribe);
        LibMosquitto.OnUnsubscribe(client, &OnUnsubscribe);
    }

    private static MosquittoConnection ConnectionOf(nint userData)
    {
        return MosquittoHandle.OwnerOf<MosquittoConnection>(userData);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnConnect(nint client, nint userData, int returnCode, int flags)
    {
        ConnectionOf(userData).Answer.Give(returnCode, isSessionPresent: (flags & 1) != 0);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnMessage(nint client, nint userData, LibMosquitto.NativeMessage* message)
    {
        string topic = Marshal.PtrToStringUTF8((nint)message->Topic)!;
        byte[] payload = new ReadOnlySpan<byte>(message->Payload, message->PayloadLength).ToArray();

        // libmosquitto does not tell the DUP flag.
        MosquittoConnection connection = ConnectionOf(userData);
        MqttMessage copy = connection.Held.Hold(new MqttMessage(topic, payload, message->Qos, message->Retain != 0, IsDuplicate: false));
        connection.Post(session => session.RaiseMessage(copy));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnPublish(nint client, nint userData, int id)
    {
        // Also called for a QoS 0 message once it is sent; that one is not noted as waiting.
        MosquittoConnection connection = ConnectionOf(userData);
        connection.Post(session => session.RaisePublished(connection, id, isAcknowledged: true));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnSubscribe(nint client, nint userData, int id, int count, int* granted)
    {
        int lowest = int.MaxValue;
        for (int i = 0; i < count; i++)
        {
            lowest = Math.Min(lowest, granted[i]);
        }

        ConnectionOf(userData).Post(session => session.RaiseSubscribed((ushort)id, lowest));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnUnsubscribe(nint client, nint userData, int id)
    {
        ConnectionOf(userData).Post(session => session.RaiseUnsubscribed((ushort)id));
    }
}
