// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.InteropServices;

namespace Prosumeter.Simulator.Bus.Mosquitto;

/// <summary>What is used of libmosquitto 2.0 (mosquitto.h); MQTT 3.1.1 is its default protocol.</summary>
internal static unsafe partial class LibMosquitto
{
    public const int Success = 0;

    /// <summary>MOSQ_ERR_ERRNO: errno says more.</summary>
    public const int ErrorErrno = 14;

    /// <summary>MOSQ_OPT_SEND_MAXIMUM: QoS 1 messages on the way at once.</summary>
    public const int OptionSendMaximum = 5;

    /// <summary>MOSQ_OPT_TCP_NODELAY.</summary>
    public const int OptionTcpNoDelay = 11;

    private const string Name = "libmosquitto.so.1";

    private static readonly Lazy<bool> s_isLoaded = new(Initialize);

    /// <summary>Loads the library.</summary>
    /// <exception cref="DllNotFoundException">It is not installed; the message says how to get it.</exception>
    public static void Load()
    {
        if (!s_isLoaded.Value)
        {
            throw new DllNotFoundException($"{Name} was not found. Install libmosquitto1, on Debian: apt-get install libmosquitto1");
        }
    }

    public static string Describe(int error)
    {
        return Marshal.PtrToStringUTF8((nint)StrError(error)) ?? $"error {error}";
    }

    public static string DescribeRefusal(int connack)
    {
        return Marshal.PtrToStringUTF8((nint)ConnackString(connack)) ?? $"return code {connack}";
    }

    [LibraryImport(Name, EntryPoint = "mosquitto_new", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    public static partial nint New(string? clientId, [MarshalAs(UnmanagedType.U1)] bool isCleanSession, nint userData);

    [LibraryImport(Name, EntryPoint = "mosquitto_destroy")]
    public static partial void Destroy(nint client);

    [LibraryImport(Name, EntryPoint = "mosquitto_threaded_set")]
    public static partial int SetThreaded(MosquittoHandle client, [MarshalAs(UnmanagedType.U1)] bool isThreaded);

    [LibraryImport(Name, EntryPoint = "mosquitto_int_option")]
    public static partial int SetOption(MosquittoHandle client, int option, int value);

    [LibraryImport(Name, EntryPoint = "mosquitto_username_pw_set", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetUser(MosquittoHandle client, string? userName, string? password);

    [LibraryImport(Name, EntryPoint = "mosquitto_will_set", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetWill(
        MosquittoHandle client, string topic, int length, ReadOnlySpan<byte> payload, int qos, [MarshalAs(UnmanagedType.U1)] bool retain);

    [LibraryImport(Name, EntryPoint = "mosquitto_connect_async", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    public static partial int ConnectAsync(MosquittoHandle client, string host, int port, int keepAliveSeconds);

    [LibraryImport(Name, EntryPoint = "mosquitto_disconnect")]
    public static partial int Disconnect(MosquittoHandle client);

    [LibraryImport(Name, EntryPoint = "mosquitto_publish", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Publish(
        MosquittoHandle client, out int id, string topic, int length, ReadOnlySpan<byte> payload, int qos, [MarshalAs(UnmanagedType.U1)] bool retain);

    [LibraryImport(Name, EntryPoint = "mosquitto_subscribe_multiple", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Subscribe(MosquittoHandle client, out int id, int count, string[] filters, int qos, int options, nint properties);

    [LibraryImport(Name, EntryPoint = "mosquitto_unsubscribe_multiple", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Unsubscribe(MosquittoHandle client, out int id, int count, string[] filters, nint properties);

    [LibraryImport(Name, EntryPoint = "mosquitto_socket")]
    public static partial int GetSocket(MosquittoHandle client);

    [LibraryImport(Name, EntryPoint = "mosquitto_want_write")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool WantsWrite(MosquittoHandle client);

    [LibraryImport(Name, EntryPoint = "mosquitto_loop_read", SetLastError = true)]
    public static partial int LoopRead(MosquittoHandle client, int maxPackets);

    [LibraryImport(Name, EntryPoint = "mosquitto_loop_write", SetLastError = true)]
    public static partial int LoopWrite(MosquittoHandle client, int maxPackets);

    [LibraryImport(Name, EntryPoint = "mosquitto_loop_misc", SetLastError = true)]
    public static partial int LoopMisc(MosquittoHandle client);

    [LibraryImport(Name, EntryPoint = "mosquitto_connect_with_flags_callback_set")]
    public static partial void OnConnect(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, int, void> callback);

    [LibraryImport(Name, EntryPoint = "mosquitto_message_callback_set")]
    public static partial void OnMessage(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, NativeMessage*, void> callback);

    [LibraryImport(Name, EntryPoint = "mosquitto_publish_callback_set")]
    public static partial void OnPublish(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, void> callback);

    [LibraryImport(Name, EntryPoint = "mosquitto_subscribe_callback_set")]
    public static partial void OnSubscribe(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, int, int*, void> callback);

    [LibraryImport(Name, EntryPoint = "mosquitto_unsubscribe_callback_set")]
    public static partial void OnUnsubscribe(MosquittoHandle client, delegate* unmanaged[Cdecl]<nint, nint, int, void> callback);

    [LibraryImport(Name, EntryPoint = "mosquitto_lib_init")]
    private static partial int LibInit();

    [LibraryImport(Name, EntryPoint = "mosquitto_strerror")]
    private static partial byte* StrError(int error);

    [LibraryImport(Name, EntryPoint = "mosquitto_connack_string")]
    private static partial byte* ConnackString(int connack);

    private static bool Initialize()
    {
        // Never freed: function pointers into it live as long as the process.
        return NativeLibrary.TryLoad(Name, typeof(LibMosquitto).Assembly, null, out _) && LibInit() == Success;
    }

    /// <summary>struct mosquitto_message.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct NativeMessage
    {
        public int Id;
        public byte* Topic;
        public byte* Payload;
        public int PayloadLength;
        public int Qos;
        public byte Retain;
    }
}
