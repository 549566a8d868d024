// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Hal;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Journal
{
    /// <summary>
    /// Counts starts, and starts in a row without a good run between them: from the k-th on the board runs in safe mode, without market and network, so that a
    /// technician finds a console and a log instead of a board that restarts for ever. After a good run in safe mode it tries again by itself.
    /// </summary>
    public sealed class BootGuard
    {
        private const string RecordName = "boot";
        private const int CountOffset = 0;
        private const int RowOffset = 4;
        private const int ReasonOffset = 5;
        private const int RecordLength = 6;
        private const int MillisecondsPerMinute = 60000;

        private readonly IRecordStore _store;
        private readonly byte[] _record = new byte[RecordLength];
        private bool _isGoodRun;

        /// <summary>A guard; <see cref="Start"/> does the counting.</summary>
        public BootGuard(IRecordStore store)
        {
            _store = store;
        }

        /// <summary>Starts since the flash was new.</summary>
        public int BootCount;

        /// <summary>Starts in a row without a good run between them, this one included.</summary>
        public int RowCount;

        /// <summary>Why the board started.</summary>
        public RestartReason Reason;

        /// <summary>Reads what was counted, without counting.</summary>
        public void Continue()
        {
            if (_store.Read(RecordName, _record) == RecordLength)
            {
                BootCount = (int)Bytes.Get(_record, CountOffset, 4);
                RowCount = _record[RowOffset];
                Reason = (RestartReason)_record[ReasonOffset];
            }
        }

        /// <summary>Counts this start.</summary>
        public void Start()
        {
            Continue();
            BootCount = BootCount == int.MaxValue ? 1 : BootCount + 1;
            RowCount = RowCount < byte.MaxValue ? RowCount + 1 : RowCount;
            Save(RestartReason.PowerOn);
        }

        /// <summary>Says why the next start will be.</summary>
        public void Announce(RestartReason reason)
        {
            // A restart on request is no sign of trouble, and one because of the network none that safe mode would mend.
            RowCount = reason == RestartReason.Command || reason == RestartReason.Network ? 0 : RowCount;
            Save(reason);
        }

        /// <summary>Notes a good run once it has lasted long enough.</summary>
        /// <param name="uptimeMilliseconds">Time since start in ms.</param>
        /// <param name="goodRunMinutes">How long a good run is.</param>
        /// <param name="isSafeMode">True in safe mode.</param>
        /// <returns>True when safe mode has lasted long enough and the board should restart.</returns>
        public bool Run(long uptimeMilliseconds, int goodRunMinutes, bool isSafeMode)
        {
            long goodRun = (long)goodRunMinutes * MillisecondsPerMinute;
            if (!_isGoodRun && uptimeMilliseconds >= goodRun)
            {
                _isGoodRun = true;
                RowCount = 0;
                Save(RestartReason.PowerOn);
            }

            return isSafeMode && _isGoodRun;
        }

        private void Save(RestartReason next)
        {
            Bytes.Put(_record, CountOffset, BootCount, 4);
            _record[RowOffset] = (byte)RowCount;
            _record[ReasonOffset] = (byte)next;
            _store.Write(RecordName, _record, RecordLength);
        }
    }
}
