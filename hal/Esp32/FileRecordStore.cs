// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.IO;
using Prosumeter.Wire;

namespace Prosumeter.Hal.Esp32
{
    /// <summary>
    /// Records as two files each, NAME.a and NAME.b, written in turn: the file system has no atomic replace, so the file with the newest intact record is never touched.
    /// A torn write leaves the other file, and <see cref="Read"/> falls back to it.
    /// </summary>
    /// <remarks>The higher sequence is the newer; at one write a second it would take 136 years to wrap.</remarks>
    public sealed class FileRecordStore : IRecordStore
    {
        /// <summary>The longest payload in bytes: with its frame just below a block of 4096.</summary>
        public const int LongestRecord = 4080;

        /// <summary>How many different records there can be.</summary>
        public const int MostRecords = 40;

        private const int LongestName = 16;

        private readonly string _folder;
        private readonly RecordFrame _frame = new RecordFrame(LongestRecord);
        private readonly RecordSide[] _sides = new RecordSide[MostRecords];
        private int _corruptedCount;

        /// <summary>Makes the store.</summary>
        /// <param name="folder">Folder that ends in the separator, such as I:\.</param>
        public FileRecordStore(string folder)
        {
            _folder = folder;
        }

        /// <inheritdoc/>
        public int CorruptedCount
        {
            get { return _corruptedCount; }
        }

        /// <inheritdoc/>
        public bool Write(string name, byte[] buffer, int length)
        {
            if (length < 0 || length > LongestRecord || !Bytes.Fit(buffer, 0, length))
            {
                return false;
            }

            RecordSide newest = SideOf(name);
            if (newest == null || !Store(PathOf(name, !newest.IsA), _frame.Fill(newest.Sequence + 1, buffer, length)))
            {
                return false;
            }

            newest.IsA = !newest.IsA;
            newest.Sequence++;
            return true;
        }

        /// <inheritdoc/>
        public int Read(string name, byte[] buffer)
        {
            RecordSide newest = SideOf(name);
            if (newest == null || newest.Sequence < 0)
            {
                return -1;
            }

            if (LoadIntact(name, newest.IsA) != newest.Sequence)
            {
                // It was intact before: look again, perhaps the other still is.
                Find(newest);
                if (newest.Sequence < 0 || LoadIntact(name, newest.IsA) < 0)
                {
                    return -1;
                }
            }

            if (_frame.PayloadLength > buffer.Length)
            {
                return -1;
            }

            _frame.CopyPayload(buffer);
            return _frame.PayloadLength;
        }

        /// <inheritdoc/>
        public void Delete(string name)
        {
            RecordSide newest = SideOf(name);
            if (newest != null)
            {
                // The newest last: a power cut between the two must not bring an older record back.
                Remove(PathOf(name, !newest.IsA));
                Remove(PathOf(name, newest.IsA));
                Find(newest);
            }
        }

        private static void Remove(string path)
        {
            try
            {
                File.Delete(path);
            }
            catch (IOException)
            {
                // It stays.
            }
        }

        private RecordSide SideOf(string name)
        {
            for (int i = 0; i < _sides.Length; i++)
            {
                if (_sides[i] == null)
                {
                    if (!IsName(name))
                    {
                        return null;
                    }

                    _sides[i] = new RecordSide(name);
                    Find(_sides[i]);
                }

                if (_sides[i].Name == name)
                {
                    return _sides[i];
                }
            }

            return null;
        }

        private void Find(RecordSide newest)
        {
            long sequenceOfA = LoadIntact(newest.Name, true);
            long sequenceOfB = LoadIntact(newest.Name, false);
            newest.IsA = sequenceOfA > sequenceOfB;
            newest.Sequence = newest.IsA ? sequenceOfA : sequenceOfB;
        }

        // The sequence of an intact file, which is then in the frame; -1 without one.
        private long LoadIntact(string name, bool isA)
        {
            string path = PathOf(name, isA);
            if (!File.Exists(path))
            {
                return -1;
            }

            if (!_frame.IsIntact(Load(path)))
            {
                _corruptedCount++;
                return -1;
            }

            return _frame.Sequence;
        }

        private int Load(string path)
        {
            try
            {
                using (FileStream stream = new FileStream(path, FileMode.Open, FileAccess.Read))
                {
                    int length = stream.Length <= _frame.Buffer.Length ? (int)stream.Length : 0;
                    int read = 0;
                    int last = 1;
                    while (read < length && last > 0)
                    {
                        last = stream.Read(_frame.Buffer, read, length - read);
                        read += last;
                    }

                    return read;
                }
            }
            catch (IOException)
            {
                return 0;
            }
        }

        private bool Store(string path, int length)
        {
            try
            {
                // One write, then close: the file system commits on close, and every write before would only wear the flash.
                using (FileStream stream = new FileStream(path, FileMode.Create, FileAccess.Write))
                {
                    stream.Write(_frame.Buffer, 0, length);
                }

                return true;
            }
            catch (IOException)
            {
                return false;
            }
        }

        private string PathOf(string name, bool isA)
        {
            return _folder + name + (isA ? ".a" : ".b");
        }

        private static bool IsName(string name)
        {
            bool isName = name != null && name.Length > 0 && name.Length <= LongestName;
            for (int i = 0; isName && i < name.Length; i++)
            {
                char c = name[i];
                isName = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
            }

            return isName;
        }
    }
}
