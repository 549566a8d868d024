// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Text;
using System.Threading;
using nanoFramework.Hardware.Esp32;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Serial;

namespace System.IO.Ports;

/// <summary>
/// nanoFramework's SerialPort on the current virtual board, with its manners: a second instance for a port that was not disposed is refused
/// by the constructor; COM1 belongs to the debugger and does not open; COM2 and COM3 need pins first; Read returns exactly the bytes asked
/// for or throws; on overflow all input is lost. Without the DataReceived event: poll <see cref="BytesToRead"/>.
/// </summary>
public sealed class SerialPort : IDisposable
{
    private const int ThreadTimeSliceMilliseconds = 20;

    private readonly VirtualBoard _board = VirtualBoard.Current;
    private readonly VirtualUart _uart;
    private readonly int _number;
    private int _baudRate;
    private int _readTimeout = -1;
    private bool _isDisposed;

    /// <summary>Claims a port without opening it.</summary>
    /// <exception cref="ArgumentException">The ESP32 has no such port, or another instance has it.</exception>
    public SerialPort(string portName, int baudRate = 9600, Parity parity = Parity.None, int dataBits = 8, StopBits stopBits = StopBits.One)
    {
        _number = portName is ['C', 'O', 'M', char digit] ? digit - '0' : 0;
        _uart = _board.Uart(_number);
        if (_uart.IsClaimed)
        {
            throw new ArgumentException($"{portName} is in use; dispose the other SerialPort first.", nameof(portName));
        }

        _uart.IsClaimed = true;
        PortName = portName;
        BaudRate = baudRate;
    }

    /// <summary>COM1 to COM3.</summary>
    public string PortName { get; }

    /// <summary>True between Open and Close.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Bits a second.</summary>
    public int BaudRate
    {
        get => _baudRate;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            _baudRate = value;
            _uart.SetBaudRate(value);
        }
    }

    /// <summary>Size of the receive buffer in bytes; takes effect at Open.</summary>
    public int ReadBufferSize { get; set; } = 256;

    /// <summary>Milliseconds a read waits; -1 for ever. The setter refuses -1, as the original does.</summary>
    public int ReadTimeout
    {
        get => _readTimeout;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            _readTimeout = value;
        }
    }

    /// <summary>Milliseconds a write waits; -1 for ever.</summary>
    public int WriteTimeout { get; set; } = -1;

    /// <summary>Ends a line in WriteLine.</summary>
    public string NewLine { get; set; } = "\r\n";

    /// <summary>Bytes that wait in the receive buffer.</summary>
    /// <exception cref="InvalidOperationException">The port is not open.</exception>
    public int BytesToRead
    {
        get
        {
            CheckOpen();
            return _uart.Look();
        }
    }

    /// <summary>Names of the ports an application can use.</summary>
    public static string[] GetPortNames()
    {
        return ["COM2", "COM3"];
    }

    /// <summary>Opens the port.</summary>
    /// <exception cref="InvalidOperationException">It is open, or its pins are not set.</exception>
    /// <exception cref="ArgumentException">It is COM1.</exception>
    public void Open()
    {
        _board.ThrowIfStopped();
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (IsOpen)
        {
            throw new InvalidOperationException($"{PortName} is open.");
        }

        if (_number == 1)
        {
            throw new ArgumentException("COM1 carries the debugger of the board; use COM2 or COM3.");
        }

        CheckPins();
        _uart.Open(_baudRate, ReadBufferSize);
        IsOpen = true;
    }

    /// <summary>Closes the port; it stays claimed until it is disposed.</summary>
    public void Close()
    {
        IsOpen = false;
    }

    /// <summary>Closes the port and gives it back.</summary>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            Close();
            _uart.IsClaimed = false;
            _isDisposed = true;
        }
    }

    /// <summary>Reads exactly as many bytes as asked for.</summary>
    /// <exception cref="TimeoutException">They did not come within <see cref="ReadTimeout"/>; those that came still wait.</exception>
    public int Read(byte[] buffer, int offset, int count)
    {
        CheckOpen();
        CheckRange(buffer, offset, count);
        WaitFor(count);
        _uart.Take(buffer.AsSpan(offset, count));
        return count;
    }

    /// <summary>Reads one byte.</summary>
    /// <exception cref="TimeoutException">None came within <see cref="ReadTimeout"/>.</exception>
    public int ReadByte()
    {
        byte[] one = new byte[1];
        Read(one, 0, 1);
        return one[0];
    }

    /// <summary>What waits, as UTF-8 text; a NUL ends a string on the board.</summary>
    public string ReadExisting()
    {
        byte[] bytes = new byte[BytesToRead];
        _uart.Take(bytes);
        int end = Array.IndexOf(bytes, (byte)0);
        return Encoding.UTF8.GetString(bytes, 0, end < 0 ? bytes.Length : end);
    }

    /// <summary>Sends bytes; takes as long as the line does, because the driver has no transmit buffer.</summary>
    /// <exception cref="TimeoutException">The line needs longer than <see cref="WriteTimeout"/>; all bytes are sent nevertheless.</exception>
    public void Write(byte[] buffer, int offset, int count)
    {
        CheckOpen();
        CheckRange(buffer, offset, count);
        Send(buffer.AsSpan(offset, count));
    }

    /// <summary>Sends text as UTF-8.</summary>
    /// <exception cref="TimeoutException">The line needs longer than <see cref="WriteTimeout"/>; all bytes are sent nevertheless.</exception>
    public void Write(string text)
    {
        CheckOpen();
        Send(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Sends text and <see cref="NewLine"/>.</summary>
    public void WriteLine(string text)
    {
        Write(text + NewLine);
    }

    private static void CheckRange(byte[] buffer, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if (offset > buffer.Length || count > buffer.Length)
        {
            throw new InvalidOperationException();
        }

        if (offset + count > buffer.Length)
        {
            throw new ArgumentException("The range reaches beyond the buffer.");
        }
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        _uart.Send(bytes);
        long lineMilliseconds = bytes.Length * 10_000L / _baudRate;

        // A task of the driver sends what takes longer than a time slice of the CLR; only then the caller's patience counts.
        bool isLong = lineMilliseconds > ThreadTimeSliceMilliseconds;
        long waited = isLong && WriteTimeout >= 0 ? Math.Min(lineMilliseconds, WriteTimeout) : lineMilliseconds;
        _board.Time.Spend(waited * 1000);
        if (waited < lineMilliseconds)
        {
            throw new TimeoutException($"{PortName}: {bytes.Length} bytes need {lineMilliseconds} ms on the line, not {WriteTimeout} ms.");
        }
    }

    private void WaitFor(int count)
    {
        long deadline = _readTimeout < 0 ? long.MaxValue : _board.Time.MonotonicMicroseconds + (_readTimeout * 1000L);
        while (_uart.Look() < count)
        {
            if (_board.Time.MonotonicMicroseconds >= deadline)
            {
                throw new TimeoutException($"{PortName}: {count} bytes did not come within {_readTimeout} ms.");
            }

            // In virtual time nobody but this thread could send the bytes it waits for.
            _board.Sleep(_readTimeout < 0 && _board.Time.RunsThreadsInline ? Timeout.Infinite : 1);
        }
    }

    private void CheckOpen()
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException($"{PortName} is not open.");
        }
    }

    private void CheckPins()
    {
        PinFunctions pins = _board.Pins;
        bool isSet = _number == 2
            ? pins[DeviceFunction.COM2_TX] >= 0 && pins[DeviceFunction.COM2_RX] >= 0
            : pins[DeviceFunction.COM3_TX] >= 0 && pins[DeviceFunction.COM3_RX] >= 0;
        if (!isSet)
        {
            throw new InvalidOperationException($"{PortName} has no pins; call Configuration.SetPinFunction for its TX and RX first.");
        }
    }
}
