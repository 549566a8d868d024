// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Hal;
using Prosumeter.Policy;

namespace Prosumeter.Firmware.Journal
{
    /// <summary>Keeps the Q-table in flash: once a day when it learns.</summary>
    public sealed class PolicyJournal
    {
        private const string RecordName = "q-table";
        private const int PeriodMilliseconds = 86400000;

        private readonly IRecordStore _store;
        private readonly QTable _table;
        private readonly bool _learns;
        private long _committedMilliseconds;

        /// <summary>A journal of a table.</summary>
        public PolicyJournal(IRecordStore store, QTable table, bool learns)
        {
            _store = store;
            _table = table;
            _learns = learns;
        }

        /// <summary>Reads what was committed last; a table that is not whole changes nothing.</summary>
        public void Load()
        {
            byte[] record = new byte[QTable.ExportLength];
            int length = _store.Read(RecordName, record);
            if (length == record.Length)
            {
                _table.Import(record, length);
            }
        }

        /// <summary>Commits when a day has passed.</summary>
        public void Run(long nowMilliseconds)
        {
            if (_learns && nowMilliseconds - _committedMilliseconds >= PeriodMilliseconds)
            {
                Commit(nowMilliseconds);
            }
        }

        /// <summary>Commits now.</summary>
        public bool Commit(long nowMilliseconds)
        {
            byte[] record = new byte[QTable.ExportLength];
            _committedMilliseconds = nowMilliseconds;
            return _store.Write(RecordName, record, _table.Export(record));
        }
    }
}
