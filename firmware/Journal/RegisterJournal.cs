// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Hal;
using Prosumeter.Metering;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Journal
{
    /// <summary>
    /// Keeps registers, the open slot and the last command in flash. A power cut loses what flowed since the last commit: at most the configured energy
    /// and time. Wear is bounded by the same two triggers.
    /// </summary>
    public sealed class RegisterJournal
    {
        private const string RecordName = "registers";
        private const byte Version = 3;
        private const int RegistersOffset = 1;
        private const int OpenSlotOffset = RegistersOffset + RegisterBank.RecordLength;
        private const int CommandOffset = OpenSlotOffset + 4;

        /// <summary>Length of the record in bytes.</summary>
        public const int RecordLength = CommandOffset + 4;

        private const int RetryMilliseconds = 1000;

        private readonly IRecordStore _store;
        private readonly IRecordStore _fastStore;
        private readonly RegisterBank _registers;
        private readonly int _energyMilliwattHours;
        private readonly int _periodMilliseconds;
        private readonly byte[] _record = new byte[RecordLength];
        private long _committedMilliseconds;
        private long _triedMilliseconds = -RetryMilliseconds;
        private long _committedMilliwattHours;
        private long _fastMilliwattHours;

        /// <summary>A journal with its two triggers. A fast store, or null, is written with every sample that changed a register besides.</summary>
        public RegisterJournal(IRecordStore store, IRecordStore fastStore, RegisterBank registers, int energyMilliwattHours, int seconds)
        {
            _store = store;
            _fastStore = fastStore;
            _registers = registers;
            _energyMilliwattHours = energyMilliwattHours;
            _periodMilliseconds = seconds * 1000;
        }

        /// <summary>How many records were written since start.</summary>
        public int CommitCount;

        /// <summary>The slot that is under way, -1 before the first.</summary>
        public int OpenSlot = -1;

        /// <summary>Sequence of the last command that was executed, -1 before the first.</summary>
        public int CommandSequence = -1;

        private long TotalMilliwattHours
        {
            get
            {
                return _registers.Import.MilliwattHours + _registers.Export.MilliwattHours + _registers.Generation.MilliwattHours
                    + _registers.Charge.MilliwattHours + _registers.Discharge.MilliwattHours;
            }
        }

        /// <summary>Reads what was committed last.</summary>
        /// <returns>False when there is nothing to read, as in new flash.</returns>
        public bool Load()
        {
            // The newer of the two wins: registers do not fall, and of two with the same ones the fast store was written first.
            bool isLoaded = LoadFrom(_store);
            return (_fastStore != null && LoadFrom(_fastStore)) || isLoaded;
        }

        private bool LoadFrom(IRecordStore store)
        {
            int length = store.Read(RecordName, _record);
            bool isLoaded = length == RecordLength && _record[0] == Version && _registers.Restore(_record, RegistersOffset);
            if (isLoaded)
            {
                OpenSlot = (int)Bytes.Get(_record, OpenSlotOffset, 4);
                CommandSequence = (int)Bytes.Get(_record, CommandOffset, 4);
                _committedMilliwattHours = TotalMilliwattHours;
            }

            return isLoaded;
        }

        /// <summary>Saves a sample that changed a register in the fast store, where there is one.</summary>
        public void SaveSample()
        {
            if (_fastStore != null && TotalMilliwattHours != _fastMilliwattHours)
            {
                // A chip that does not answer is asked again with the next sample; flash goes on as if there were none.
                Fill();
                _fastMilliwattHours = TotalMilliwattHours;
                _fastStore.Write(RecordName, _record, RecordLength);
            }
        }

        /// <summary>Commits when enough energy has flowed or enough time has passed.</summary>
        public void Run(long nowMilliseconds)
        {
            // Flash that refused is asked once a second, not in every step.
            if (nowMilliseconds - _triedMilliseconds < RetryMilliseconds)
            {
                return;
            }

            long flowed = TotalMilliwattHours - _committedMilliwattHours;
            bool isDue = nowMilliseconds - _committedMilliseconds >= _periodMilliseconds && flowed > 0;
            if (isDue || flowed >= _energyMilliwattHours)
            {
                Commit(nowMilliseconds);
            }
        }

        /// <summary>Commits now. What flash refused stays due.</summary>
        public void Commit(long nowMilliseconds)
        {
            _fastMilliwattHours = -1;
            SaveSample();
            Fill();
            if (!_store.Write(RecordName, _record, RecordLength))
            {
                _triedMilliseconds = nowMilliseconds;
                return;
            }

            _committedMilliseconds = nowMilliseconds;
            _committedMilliwattHours = TotalMilliwattHours;
            CommitCount++;
        }

        private void Fill()
        {
            _record[0] = Version;
            _registers.Save(_record, RegistersOffset);
            Bytes.Put(_record, OpenSlotOffset, OpenSlot, 4);
            Bytes.Put(_record, CommandOffset, CommandSequence, 4);
        }
    }
}
