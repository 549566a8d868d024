// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Hal;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Console
{
    /// <summary>
    /// The PIN before the commands that change something. It is kept as a salted, iterated SHA-256; wrong attempts are counted in flash before they are judged,
    /// and from the third in a row on each costs a wait that doubles. A new meter has a PIN that opens nothing but its own change.
    /// </summary>
    public sealed class PinLock
    {
        /// <summary>The PIN of a new meter.</summary>
        public const string FirstPin = "0000";

        /// <summary>The shortest PIN in digits.</summary>
        public const int ShortestPin = 4;

        /// <summary>The longest PIN in digits.</summary>
        public const int LongestPin = 12;

        /// <summary>How long a channel stays open after the last command that needed it.</summary>
        public const int OpenMilliseconds = 600000;

        /// <summary>How often the hash is iterated: 4 ms on a nanoCLR of the desktop, so some 0.1 to 0.2 s on an ESP32, well below a sampling period.</summary>
        public const int Iterations = 24;

        private const int FreeAttempts = 3;
        private const int ShortestWaitSeconds = 30;
        private const int LongestWaitSeconds = 3600;
        private const int Channels = 2;

        private const string RecordName = "pin";
        private const int HasPinOffset = Channels;
        private const int SaltOffset = HasPinOffset + 1;
        private const int SaltLength = 8;
        private const int HashOffset = SaltOffset + SaltLength;
        private const int RecordLength = HashOffset + Sha256.Length;

        private readonly IRecordStore _store;
        private readonly IClock _clock;
        private readonly byte[] _record = new byte[RecordLength];
        private readonly long[] _openUntil = new long[Channels];
        private readonly long[] _lockedUntil = new long[Channels];

        /// <summary>A lock that goes on with the PIN and the wrong attempts that flash holds.</summary>
        public PinLock(IRecordStore store, IClock clock)
        {
            _store = store;
            _clock = clock;
            if (store.Read(RecordName, _record) == RecordLength)
            {
                for (int i = 0; i < Channels; i++)
                {
                    Wait(i);
                }
            }
        }

        /// <summary>True while the meter has the PIN of a new one.</summary>
        public bool IsFirstPin
        {
            get { return _record[HasPinOffset] == 0; }
        }

        /// <summary>True while a channel is open; using it keeps it open.</summary>
        public bool IsOpen(ConsoleChannel channel)
        {
            bool isOpen = _clock.MonotonicMilliseconds < _openUntil[(int)channel];
            if (isOpen)
            {
                _openUntil[(int)channel] = _clock.MonotonicMilliseconds + OpenMilliseconds;
            }

            return isOpen;
        }

        /// <summary>Seconds until the next attempt is judged.</summary>
        public int WaitSeconds(ConsoleChannel channel)
        {
            long left = _lockedUntil[(int)channel] - _clock.MonotonicMilliseconds;
            return left <= 0 ? 0 : (int)((left + 999) / 1000);
        }

        /// <summary>Opens a channel.</summary>
        /// <returns>False for a wrong PIN; while there is a wait any PIN is wrong.</returns>
        public bool TryOpen(ConsoleChannel channel, string pin)
        {
            int index = (int)channel;
            if (WaitSeconds(channel) > 0)
            {
                return false;
            }

            // Counted before it is judged: who cuts the supply in between gains nothing.
            _record[index] += (byte)(_record[index] < byte.MaxValue ? 1 : 0);
            _store.Write(RecordName, _record, RecordLength);
            if (!IsRight(pin))
            {
                Wait(index);
                return false;
            }

            _record[index] = 0;
            _store.Write(RecordName, _record, RecordLength);
            _openUntil[index] = _clock.MonotonicMilliseconds + OpenMilliseconds;
            return true;
        }

        /// <summary>Closes a channel.</summary>
        public void Close(ConsoleChannel channel)
        {
            _openUntil[(int)channel] = 0;
        }

        /// <summary>Sets another PIN of 4 to 12 digits, not the first one.</summary>
        /// <returns>False, and the PIN stays, when it is none or flash refused it.</returns>
        public bool Change(string pin)
        {
            if (!IsPin(pin) || pin == FirstPin)
            {
                return false;
            }

            byte[] before = new byte[RecordLength];
            System.Array.Copy(_record, 0, before, 0, RecordLength);

            // A salt need not be secret, only different from meter to meter and from time to time.
            Bytes.Put(_record, SaltOffset, _clock.UtcSeconds, 4);
            Bytes.Put(_record, SaltOffset + 4, _clock.MonotonicMilliseconds, 4);
            System.Array.Copy(HashOf(pin), 0, _record, HashOffset, Sha256.Length);
            _record[HasPinOffset] = 1;
            bool isWritten = _store.Write(RecordName, _record, RecordLength);
            if (!isWritten)
            {
                System.Array.Copy(before, 0, _record, 0, RecordLength);
            }

            return isWritten;
        }

        private void Wait(int index)
        {
            int wait = _record[index] < FreeAttempts ? 0 : ShortestWaitSeconds;
            for (int i = FreeAttempts; i < _record[index] && wait < LongestWaitSeconds; i++)
            {
                wait *= 2;
            }

            wait = wait < LongestWaitSeconds ? wait : LongestWaitSeconds;
            _lockedUntil[index] = _clock.MonotonicMilliseconds + (wait * 1000L);
        }

        private bool IsRight(string pin)
        {
            if (IsFirstPin)
            {
                return pin == FirstPin;
            }

            byte[] hash = IsPin(pin) ? HashOf(pin) : new byte[Sha256.Length];
            int differences = 0;
            for (int i = 0; i < hash.Length; i++)
            {
                differences |= hash[i] ^ _record[HashOffset + i];
            }

            return differences == 0;
        }

        private byte[] HashOf(string pin)
        {
            byte[] message = new byte[Sha256.Length + SaltLength + pin.Length];
            System.Array.Copy(_record, SaltOffset, message, Sha256.Length, SaltLength);
            for (int i = 0; i < pin.Length; i++)
            {
                message[Sha256.Length + SaltLength + i] = (byte)pin[i];
            }

            for (int i = 0; i < Iterations; i++)
            {
                Sha256.Of(message, message.Length, message);
            }

            byte[] hash = new byte[Sha256.Length];
            System.Array.Copy(message, 0, hash, 0, hash.Length);
            return hash;
        }

        private static bool IsPin(string pin)
        {
            bool isPin = pin.Length >= ShortestPin && pin.Length <= LongestPin;
            for (int i = 0; isPin && i < pin.Length; i++)
            {
                isPin = pin[i] >= '0' && pin[i] <= '9';
            }

            return isPin;
        }
    }
}
