// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {IElections} from "./IElections.sol";
import {IValidators} from "./IValidators.sol";
import {Seats} from "./Seats.sol";
import {Reading, SolutionReader} from "./SolutionReader.sol";
import {VoterTree} from "./VoterTree.sol";

/// @title Elections
/// @notice Verifies solutions of elections, keeps the best one, and says who sits. Trusts the contract that keeps bonds and
/// nominations for the frozen snapshot; holds no money. The timelock appoints the courts whose judgments slash, and can decide
/// nothing else.
contract Elections is Seats {
    using SolutionReader for Reading;

    /// @dev A solution that comes in pages.
    struct Draft {
        uint32 term;
        uint32 lastVoter;
        uint16[] winners;
        uint256[] backing;
        /// Roots of the pages' trees.
        bytes32[] roots;
    }

    uint256 private constant MIN_WINNERS = 3;
    uint256 private constant MAX_PAGES = 64;

    mapping(address submitter => Draft draft) private _drafts;

    constructor(
        address authority,
        IValidators validators_,
        uint48 genesis_,
        uint32 epochLength_
    ) EpochClock(genesis_, epochLength_) AccessManaged(authority) Seats(validators_) {}

    /// @inheritdoc IElections
    function submit(uint32 term, uint16[] calldata winners, bytes calldata voters, bytes calldata edges) external {
        _checkWindow(term);
        _checkWinners(term, winners);
        Reading memory reading = _open(term, winners);
        bytes32 root = _readPage(term, 0, winners, reading, voters, edges);
        // A page of it after this one would have a page 0 that is not its own.
        if (_drafts[msg.sender].winners.length > 0) delete _drafts[msg.sender];
        _accept(term, winners, reading.backing, root);
    }

    /// @inheritdoc IElections
    function beginDraft(uint32 term, uint16[] calldata winners) external {
        _checkWindow(term);
        _checkWinners(term, winners);
        Draft storage draft = _drafts[msg.sender];
        (draft.term, draft.lastVoter, draft.winners) = (term, 0, winners);
        draft.backing = new uint256[](winners.length);
        delete draft.roots;
    }

    /// @inheritdoc IElections
    function addPage(bytes calldata voters, bytes calldata edges) external {
        Draft storage draft = _ownDraft();
        uint256 page = draft.roots.length;
        require(page < MAX_PAGES, TooManyPages(MAX_PAGES));
        uint16[] memory winners = draft.winners;
        Reading memory reading = _open(draft.term, winners);
        (reading.backing, reading.lastVoter) = (draft.backing, draft.lastVoter);
        draft.roots.push(_readPage(draft.term, page, winners, reading, voters, edges));
        (draft.backing, draft.lastVoter) = (reading.backing, uint32(reading.lastVoter));
    }

    /// @inheritdoc IElections
    function finishDraft() external {
        Draft storage draft = _ownDraft();
        (uint32 term, uint16[] memory winners, uint256[] memory backing) = (draft.term, draft.winners, draft.backing);
        bytes32[] memory roots = draft.roots;
        require(roots.length > 0, SolutionReader.EmptyPage());
        delete _drafts[msg.sender];
        _accept(term, winners, backing, VoterTree.root(roots));
    }

    function _readPage(
        uint32 term,
        uint256 page,
        uint16[] memory winners,
        Reading memory reading,
        bytes calldata voters,
        bytes calldata edges
    ) private returns (bytes32 root) {
        (uint256[] memory stakes, uint256[] memory targets) = validators.votersAt(term, voters);
        root = reading.readPage(voters, edges, stakes, targets);
        emit PageVerified(term, msg.sender, page, winners, voters, edges, stakes);
    }

    function _open(uint32 term, uint16[] memory winners) private view returns (Reading memory reading) {
        reading.scope = scopeOf(term);
        reading.backing = new uint256[](winners.length);
        reading.winners = new uint256[](winners.length);
        for (uint256 i; i < winners.length; ++i) reading.winners[i] = winners[i];
    }

    function _ownDraft() private view returns (Draft storage draft) {
        draft = _drafts[msg.sender];
        require(draft.winners.length > 0, NoDraft(msg.sender));
        _checkWindow(draft.term);
    }

    function _checkWindow(uint32 term) private view {
        // Election 0 would be before genesis.
        (uint48 from, uint48 until) = term == 0 ? (0, 0) : (freezeOf(term), epochStart(term * TERM_EPOCHS));
        require(block.timestamp >= from && block.timestamp < until, OutsideElection(term, from, until));
    }

    function _checkWinners(uint32 term, uint16[] calldata winners) private view {
        uint256 most = validators.rulesAt(term).seats;
        uint256 count = winners.length;
        require(count >= MIN_WINNERS && count <= most, WrongWinnerCount(count, MIN_WINNERS, most));
        uint16 previous;
        for (uint256 i; i < count; ++i) {
            require(winners[i] > previous, WinnersOutOfOrder(previous, winners[i]));
            previous = winners[i];
        }
    }
}
