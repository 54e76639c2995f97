// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IValidators, Voter} from "./IValidators.sol";
import {TermClock} from "./TermClock.sol";

/// @title VoterList
/// @notice The voters whom an election counts, no more than {maxVoters}: who brings more stake takes the place of the smallest,
/// so that nobody fills the list with dust by coming first. A binary heap with the smallest on top; among equal stakes the
/// voter who came last is the smallest.
abstract contract VoterList is IValidators, TermClock {
    uint256 private constant MAX_CAPACITY = 4_096;

    /// @notice Places in the list.
    uint256 public immutable maxVoters;

    mapping(uint32 voterId => Voter voter) internal _voters;
    /// @dev Stake, and below it 2^32 − 1 − voter id. The children of i are 2i + 1 and 2i + 2.
    uint256[] private _heap;

    /// @notice The list has between 1 and 4,096 places.
    error InvalidCapacity(uint256 given);

    constructor(uint256 maxVoters_) {
        require(maxVoters_ > 0 && maxVoters_ <= MAX_CAPACITY, InvalidCapacity(maxVoters_));
        maxVoters = maxVoters_;
    }

    /// @inheritdoc IValidators
    function listing() public view returns (uint256 listed, uint256 smallest) {
        listed = _heap.length;
        if (listed > 0) smallest = _heap[0] >> 32;
    }

    /// @notice The listed voters, in no order that means anything.
    function listedVoters() external view returns (uint32[] memory voterIds) {
        voterIds = new uint32[](_heap.length);
        for (uint256 i; i < voterIds.length; ++i) voterIds[i] = _idIn(_heap[i]);
    }

    /// @dev Keeps what counts in a frozen election before the record changes.
    function _touch(Voter storage voter) internal {
        uint32 tag = nextElection();
        if (voter.tag == tag) return;
        (voter.stakeBefore, voter.tag, voter.wasListed) = (voter.stake, tag, voter.position > 0);
        voter.targetsBefore = voter.targets;
    }

    /// @dev Brings the list in line with a changed and touched record.
    function _relist(uint32 voterId) internal {
        Voter storage voter = _voters[voterId];
        bool votes = voter.stake > 0 && voter.targets != 0;
        uint256 position = voter.position;
        if (position > 0) {
            if (votes) _move(position - 1, _entry(voterId, voter.stake));
            else _remove(voterId, position - 1);
        } else if (votes) {
            _tryInsert(voterId, voter.stake);
        }
    }

    function _tryInsert(uint32 voterId, uint256 stake) internal returns (bool) {
        uint256 entry = _entry(voterId, stake);
        if (_heap.length < maxVoters) {
            _heap.push(entry);
            _rise(_heap.length - 1, entry);
        } else {
            uint256 smallest = _heap[0];
            if (stake <= smallest >> 32) return false;
            _unlist(_idIn(smallest), voterId);
            _sink(0, entry);
        }
        emit ListingSet(voterId, true, 0, nextElection());
        return true;
    }

    function _remove(uint32 voterId, uint256 i) private {
        uint256 last = _heap[_heap.length - 1];
        _heap.pop();
        _unlist(voterId, 0);
        if (i < _heap.length) _move(i, last);
    }

    function _unlist(uint32 voterId, uint32 evictedBy) private {
        Voter storage voter = _voters[voterId];
        _touch(voter);
        voter.position = 0;
        emit ListingSet(voterId, false, evictedBy, voter.tag);
    }

    /// @dev Puts an entry at i, from where it goes up or down.
    function _move(uint256 i, uint256 entry) private {
        if (i > 0 && entry < _heap[(i - 1) / 2]) _rise(i, entry);
        else _sink(i, entry);
    }

    function _rise(uint256 i, uint256 entry) private {
        while (i > 0) {
            uint256 parent = (i - 1) / 2;
            uint256 above = _heap[parent];
            if (above <= entry) break;
            _place(i, above);
            i = parent;
        }
        _place(i, entry);
    }

    function _sink(uint256 i, uint256 entry) private {
        uint256 length = _heap.length;
        while (true) {
            uint256 child = 2 * i + 1;
            if (child >= length) break;
            uint256 below = _heap[child];
            if (child + 1 < length && _heap[child + 1] < below) below = _heap[++child];
            if (below >= entry) break;
            _place(i, below);
            i = child;
        }
        _place(i, entry);
    }

    function _place(uint256 i, uint256 entry) private {
        _heap[i] = entry;
        _voters[_idIn(entry)].position = uint16(i + 1);
    }

    function _entry(uint32 voterId, uint256 stake) private pure returns (uint256) {
        return (stake << 32) | (type(uint32).max - voterId);
    }

    function _idIn(uint256 entry) private pure returns (uint32) {
        return type(uint32).max - uint32(entry);
    }
}
