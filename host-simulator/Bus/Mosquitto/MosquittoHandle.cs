// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.InteropServices;

namespace Prosumeter.Simulator.Bus.Mosquitto;

/// <summary>A client of libmosquitto. Releasing it closes its socket without a DISCONNECT.</summary>
internal sealed class MosquittoHandle : SafeHandle
{
    private GCHandle _owner;

    private MosquittoHandle(object owner)
        : base(0, ownsHandle: true)
    {
        _owner = GCHandle.Alloc(owner);
    }

    public override bool IsInvalid => handle == 0;

    /// <param name="owner">What <see cref="OwnerOf{T}"/> gives to callbacks.</param>
    /// <param name="clientId">Empty lets the broker choose.</param>
    /// <param name="isCleanSession">Clean session flag.</param>
    /// <exception cref="InvalidOperationException">libmosquitto refuses, or memory is short.</exception>
    public static MosquittoHandle Create(object owner, string clientId, bool isCleanSession)
    {
        var client = new MosquittoHandle(owner);
        client.SetHandle(LibMosquitto.New(clientId.Length == 0 ? null : clientId, isCleanSession, GCHandle.ToIntPtr(client._owner)));
        if (client.IsInvalid)
        {
            client._owner.Free();
            throw new InvalidOperationException($"libmosquitto takes no client '{clientId}': {Marshal.GetLastPInvokeErrorMessage()}");
        }

        return client;
    }

    public static T OwnerOf<T>(nint userData)
        where T : class
    {
        return (T)GCHandle.FromIntPtr(userData).Target!;
    }

    protected override bool ReleaseHandle()
    {
        LibMosquitto.Destroy(handle);
        _owner.Free();
        return true;
    }
}
