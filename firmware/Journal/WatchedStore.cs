// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Hal;

namespace Prosumeter.Firmware.Journal
{
    /// <summary>The record store, with refused writes and corrupted records turned into a fault and a log entry whoever meets them.</summary>
    public sealed class WatchedStore : IRecordStore
    {
        private readonly IRecordStore _store;
        private readonly FaultMemory _faults;
        private readonly EventLog _log;
        private readonly int _fault;
        private int _corruptedCount;

        /// <summary>Watches a store; its fault is a bit of FaultFlags.</summary>
        public WatchedStore(IRecordStore store, FaultMemory faults, EventLog log, int fault)
        {
            _store = store;
            _faults = faults;
            _log = log;
            _fault = fault;
        }

        /// <inheritdoc/>
        public int CorruptedCount
        {
            get { return _store.CorruptedCount; }
        }

        /// <summary>Records written since start.</summary>
        public int WriteCount;

        /// <inheritdoc/>
        public bool Write(string name, byte[] buffer, int length)
        {
            bool isWritten = _store.Write(name, buffer, length);
            WriteCount++;
            _faults.Set(_fault, !isWritten);
            Watch();
            return isWritten;
        }

        /// <inheritdoc/>
        public int Read(string name, byte[] buffer)
        {
            int length = _store.Read(name, buffer);
            Watch();
            return length;
        }

        /// <inheritdoc/>
        public void Delete(string name)
        {
            _store.Delete(name);
        }

        private void Watch()
        {
            if (_store.CorruptedCount != _corruptedCount)
            {
                _corruptedCount = _store.CorruptedCount;
                _faults.Note(_fault);
                _log.Add("corrupted records, the ones before taken", _corruptedCount);
            }
        }
    }
}
