// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO.Ports;

namespace Prosumeter.Hal.Esp32
{
    /// <summary>The console on a UART of the ESP32, 8 data bits, no parity, one stop bit. COM1 carries the runtime's own protocol and cannot be opened.</summary>
    public sealed class SerialConsolePort : IConsolePort
    {
        private const int WriteTimeoutMilliseconds = 100;

        private readonly SerialPort _port;

        /// <summary>Opens the port; its pins must have been assigned before.</summary>
        public SerialConsolePort(string portName, int baudRate)
        {
            _port = new SerialPort(portName, baudRate);
            _port.WriteTimeout = WriteTimeoutMilliseconds;
            _port.Open();
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer, int offset, int count)
        {
            // SerialPort.Read waits for exactly the count asked for, so never ask for more than has come.
            int waiting = _port.BytesToRead;
            if (waiting < count)
            {
                count = waiting;
            }

            return count > 0 ? _port.Read(buffer, offset, count) : 0;
        }

        /// <inheritdoc/>
        public void Write(byte[] buffer, int offset, int count)
        {
            try
            {
                _port.Write(buffer, offset, count);
            }
            catch (Exception)
            {
                // Nobody listens: console output is the one thing that may be lost.
            }
        }
    }
}
