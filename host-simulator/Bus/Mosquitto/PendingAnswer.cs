// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Prosumeter.Simulator.Bus.Mosquitto;

/// <summary>The broker's answer to CONNECT, given once: by CONNACK, by a network error or by the end of patience, whichever is first.</summary>
internal sealed class PendingAnswer
{
    private readonly ManualResetEventSlim _isGiven = new();
    private readonly string _brokerName;
    private MqttConnectResult? _answer;

    public PendingAnswer(string brokerName)
    {
        _brokerName = brokerName;
    }

    /// <summary>Whether the broker has accepted the session.</summary>
    public bool IsAccepted => Volatile.Read(ref _answer) is { IsAccepted: true };

    /// <summary>CONNACK has come.</summary>
    public void Give(int returnCode, bool isSessionPresent)
    {
        string reason = returnCode == 0 ? "" : $"{_brokerName} refuses: {LibMosquitto.DescribeRefusal(returnCode)}";
        Give(new MqttConnectResult((MqttConnectStatus)returnCode, isSessionPresent, reason));
    }

    /// <summary>The network failed. Does nothing when the answer is there already.</summary>
    public void Fail(int error)
    {
        string cause = error == LibMosquitto.ErrorErrno ? Marshal.GetLastPInvokeErrorMessage() : LibMosquitto.Describe(error);
        Give(new MqttConnectResult(MqttConnectStatus.Unreachable, false, $"cannot reach {_brokerName}: {cause}"));
    }

    public MqttConnectResult Wait(TimeSpan timeout)
    {
        if (!_isGiven.Wait(timeout))
        {
            string reason = $"{_brokerName} did not answer within {timeout.TotalSeconds:0.#} s";
            Give(new MqttConnectResult(MqttConnectStatus.TimedOut, false, reason));
        }

        return _answer!;
    }

    private void Give(MqttConnectResult answer)
    {
        Interlocked.CompareExchange(ref _answer, answer, null);
        _isGiven.Set();
    }
}
