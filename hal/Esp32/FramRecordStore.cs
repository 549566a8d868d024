// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Device.I2c;
using Prosumeter.Wire;

namespace Prosumeter.Hal.Esp32
{
    /// <summary>
    /// One record of fixed length, whatever its name, in an I2C FRAM with two address bytes such as the MB85RC256V (Fujitsu DS501-00017): two sides written in turn, the
    /// newest intact one never touched. FRAM needs neither erasing nor waiting, and bears 10^12 writes: a record with each sample for longer than the board lives.
    /// </summary>
    public sealed class FramRecordStore : IRecordStore
    {
        private const int SideLength = 512;
        private const int AddressLength = 2;
        private const int NoRecord = -1;
        private const int NoAnswer = -2;

        private readonly I2cDevice _device;
        private readonly RecordFrame _frame;
        private readonly byte[] _address = new byte[AddressLength];
        private readonly byte[] _transfer;
        private readonly RecordSide _newest = new RecordSide("");
        private bool _isFound;
        private int _corruptedCount;

        /// <summary>Makes the store; the chip is touched by the first read or write only.</summary>
        /// <param name="device">The chip on its bus.</param>
        /// <param name="recordLength">Length of the record in bytes, at most 480.</param>
        public FramRecordStore(I2cDevice device, int recordLength)
        {
            _device = device;
            _frame = new RecordFrame(recordLength);
            _transfer = new byte[AddressLength + _frame.Buffer.Length];
        }

        /// <inheritdoc/>
        public int CorruptedCount
        {
            get { return _corruptedCount; }
        }

        /// <inheritdoc/>
        public bool Write(string name, byte[] buffer, int length)
        {
            if (!Find() || _frame.Fill(_newest.Sequence + 1, buffer, length) != _frame.Buffer.Length)
            {
                return false;
            }

            Bytes.Put(_transfer, 0, AddressOf(!_newest.IsA), AddressLength);
            Array.Copy(_frame.Buffer, 0, _transfer, AddressLength, _frame.Buffer.Length);
            if (_device.Write(_transfer).Status != I2cTransferStatus.FullTransfer)
            {
                return false;
            }

            _newest.IsA = !_newest.IsA;
            _newest.Sequence++;
            return true;
        }

        /// <inheritdoc/>
        public int Read(string name, byte[] buffer)
        {
            bool isRead = Find() && _newest.Sequence >= 0 && Load(_newest.IsA) >= 0;
            if (isRead)
            {
                _frame.CopyPayload(buffer);
            }

            return isRead ? _frame.PayloadLength : -1;
        }

        /// <summary>Does nothing: the one record keeps its place.</summary>
        public void Delete(string name)
        {
        }

        // False while the chip does not answer: what it holds is not known then, and not overwritten.
        private bool Find()
        {
            if (!_isFound)
            {
                long sequenceOfA = Load(true);
                long sequenceOfB = Load(false);
                _newest.IsA = sequenceOfA > sequenceOfB;
                _newest.Sequence = _newest.IsA ? sequenceOfA : sequenceOfB;
                _isFound = _newest.Sequence >= NoRecord;
            }

            return _isFound;
        }

        private long Load(bool isA)
        {
            Bytes.Put(_address, 0, AddressOf(isA), AddressLength);
            if (_device.WriteRead(_address, _frame.Buffer).Status != I2cTransferStatus.FullTransfer)
            {
                return NoAnswer;
            }

            if (_frame.IsIntact(_frame.Buffer.Length))
            {
                return _frame.Sequence;
            }

            _corruptedCount += _frame.IsFrame ? 1 : 0;
            return NoRecord;
        }

        private static int AddressOf(bool isA)
        {
            return isA ? 0 : SideLength;
        }
    }
}
