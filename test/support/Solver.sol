// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Elections} from "../../contracts/validators/Elections.sol";
import {Rules, Standing} from "../../contracts/validators/IValidators.sol";
import {Validators} from "../../contracts/validators/Validators.sol";
import {VoterTree} from "../../contracts/validators/VoterTree.sol";

/// @notice Solves small elections badly: some eligible candidates who have voters, every voter's stake split evenly. Remembers what was
/// accepted, for claims.
contract Solver {
    struct Ballot {
        uint32 voterId;
        uint256[] edges;
    }

    Validators private immutable validators;
    Elections private immutable elections;
    mapping(uint32 term => Ballot[] ballots) private _accepted;

    uint16[] private _winners;
    bytes private _voters;
    bytes private _edges;
    Ballot[] private _ballots;

    constructor(Validators validators_, Elections elections_) {
        (validators, elections) = (validators_, elections_);
    }

    /// @return accepted Whether it was better than what was there.
    function solve(uint32 term, uint256 seed) external returns (bool accepted) {
        forget();
        choose(term, seed);
        if (_winners.length < 3) return false;
        for (uint32 i = 1; i <= validators.voterCount(); ++i) ballot(term, i);
        (uint16[] memory winners, bytes memory voters, bytes memory edges) = (_winners, _voters, _edges);
        try elections.submit(term, winners, voters, edges) {
            delete _accepted[term];
            for (uint256 i; i < _ballots.length; ++i) _accepted[term].push(_ballots[i]);
            return true;
        } catch {
            return false;
        }
    }

    function someVoter(uint32 term, uint256 seed) external view returns (uint32) {
        return _accepted[term][seed % _accepted[term].length].voterId;
    }

    function edgesOf(uint32 term, uint32 voterId) external view returns (uint256[] memory) {
        return _accepted[term][_indexOf(term, voterId)].edges;
    }

    function proofOf(uint32 term, uint32 voterId) external view returns (bytes32[] memory proof) {
        Ballot[] memory ballots = _accepted[term];
        bytes32[] memory nodes = new bytes32[](ballots.length);
        for (uint256 i; i < nodes.length; ++i) {
            nodes[i] = VoterTree.leaf(elections.scopeOf(term), ballots[i].voterId, ballots[i].edges);
        }
        proof = new bytes32[](16);
        uint256 length;
        uint256 index = _indexOf(term, voterId);
        for (uint256 count = nodes.length; count > 1; count = (count + 1) / 2) {
            if (index ^ 1 < count) proof[length++] = nodes[index ^ 1];
            for (uint256 i; i < count; i += 2) {
                (bytes32 a, bytes32 b) = (nodes[i], i + 1 < count ? nodes[i + 1] : bytes32(0));
                nodes[i / 2] = i + 1 < count ? keccak256(a < b ? abi.encode(a, b) : abi.encode(b, a)) : a;
            }
            index /= 2;
        }
        assembly ("memory-safe") {
            mstore(proof, length)
        }
    }

    function forget() private {
        delete _winners;
        delete _ballots;
        (_voters, _edges) = ("", "");
    }

    /// @dev Leaves somebody out by the seed when there is choice.
    function choose(uint32 term, uint256 seed) private {
        Rules memory rules = validators.rulesAt(term);
        uint16 left = uint16(1 + (seed % validators.candidateCount()));
        for (uint16 id = 1; id <= validators.candidateCount() && _winners.length < rules.seats; ++id) {
            Standing memory one = validators.standingAt(term, id);
            bool eligible = one.running && one.bond >= rules.minSelfBond && one.power >= rules.minPower;
            if (eligible && hasVoter(term, id) && (id != left || seed % 2 == 0)) _winners.push(id);
        }
    }

    function hasVoter(uint32 term, uint16 id) private view returns (bool) {
        for (uint32 i = 1; i <= validators.voterCount(); ++i) {
            (uint256[] memory stakes, uint256[] memory targets) = validators.votersAt(term, abi.encodePacked(i));
            // Enough for an edge to each.
            if (stakes[0] < 4) continue;
            for (uint256 rest = targets[0]; rest > 0; rest >>= 16) if (uint16(rest) == id) return true;
        }
        return false;
    }

    function ballot(uint32 term, uint32 voterId) private {
        (uint256[] memory stakes, uint256[] memory targets) = validators.votersAt(term, abi.encodePacked(voterId));
        uint256[4] memory lanes;
        uint256[4] memory places;
        uint256 count;
        for (uint256 lane; lane < 4 && stakes[0] >= 4; ++lane) {
            for (uint256 place; place < _winners.length; ++place) {
                if (uint16(targets[0] >> (16 * lane)) != _winners[place]) continue;
                (lanes[count], places[count]) = (lane, place);
                ++count;
            }
        }
        if (count == 0) return;
        uint256[] memory words = new uint256[](count);
        bytes memory edges = abi.encodePacked(uint8(count));
        for (uint256 i; i < count; ++i) {
            uint256 amount = stakes[0] / count;
            edges = abi.encodePacked(edges, uint8(lanes[i]), uint8(places[i]));
            if (i + 1 < count) edges = abi.encodePacked(edges, uint96(amount));
            else amount = stakes[0] - (count - 1) * amount;
            words[i] = (places[i] << 96) | amount;
        }
        _voters = abi.encodePacked(_voters, voterId);
        _edges = abi.encodePacked(_edges, edges);
        _ballots.push(Ballot(voterId, words));
    }

    function _indexOf(uint32 term, uint32 voterId) private view returns (uint256 i) {
        while (_accepted[term][i].voterId != voterId) ++i;
    }
}
