// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Report, ReportState, Round, RoundState} from "../../contracts/experience/IEvaluations.sol";
import {Scoring} from "../../contracts/experience/Scoring.sol";
import {Allocation, CommuneToken} from "../../contracts/token/CommuneToken.sol";
import {Emission} from "../../contracts/token/Emission.sol";
import {World} from "../experience/World.sol";

/// @notice The economy of the rounds' invariants, with miners.
contract MiningWorld is World {
    CommuneToken public token;
    Emission public emission;
    mapping(uint32 lot => bool is_) public isRegistered;
    mapping(uint32 epoch => uint256 amount) public minted;
    mapping(uint32 epoch => uint256 claims) public claimsIn;
    uint256 public registrations;
    uint256 public claims;
    /// @notice Winners who could not register or claim in time, and others who could.
    uint256 public wrong;

    function startMining() external {
        Allocation[] memory founders = new Allocation[](1);
        founders[0] = Allocation(address(0xF2), 100_000_000e18);
        token = new CommuneToken(address(access), address(0xF1), founders);
        emission = new Emission(address(access), token, commodities, treasury, GENESIS, EPOCH);
        token.appointMinter(address(emission), true);
    }

    /// @notice Registers and claims everything that can be, and tries what must not be.
    function mine() external {
        uint32 current = evaluations.currentEpoch();
        for (uint256 i; i < lots.length; ++i) {
            uint32 closing = commodities.termsOf(lots[i]).closingEpoch;
            // A call of its own, whose memory is given back.
            if (current > closing && current < closing + 5) this.mineLot(lots[i]);
        }
    }

    function mineLot(uint32 lot) external {
        _register(lot);
        for (uint32 id; id <= ACTORS + 1; ++id) _claim(lot, id);
    }

    /// @notice What the winners of a lot have nominated · quality² of.
    function sharesOf(uint32 lot) public view returns (uint256 shares) {
        for (uint32 id = 1; id <= ACTORS; ++id) shares += shareOf(lot, id);
    }

    function shareOf(uint32 lot, uint32 id) public view returns (uint256) {
        Round memory round = evaluations.roundOf(lot);
        Report memory report = evaluations.reportOf(lot, id);
        bool won =
            round.closed &&
                round.state == RoundState.Final &&
                uint8(report.state) >= uint8(ReportState.Scored) &&
                report.quality > 0 &&
                Scoring.bucketOf(report.quality) >= round.winningBucket;
        return won ? settlement.nominatedOf(lot, id) * uint256(report.quality) ** 2 : 0;
    }

    function _register(uint32 lot) private {
        Round memory round = evaluations.roundOf(lot);
        bool due =
            round.state == RoundState.Final &&
                sharesOf(lot) > 0 &&
                !isRegistered[lot] &&
                evaluations.currentEpoch() == round.scoringEpoch + 1;
        try emission.register(lot) {
            if (!due) ++wrong;
            isRegistered[lot] = true;
            ++registrations;
        } catch {
            if (due) ++wrong;
        }
    }

    function _claim(uint32 lot, uint32 id) private {
        uint32 epoch = evaluations.roundOf(lot).scoringEpoch;
        bool due = isRegistered[lot] && shareOf(lot, id) > 0 && evaluations.currentEpoch() >= epoch + 2;
        due = due && !emission.isClaimed(lot, id);
        try emission.claim(lot, id) returns (uint256 amount) {
            if (!due) ++wrong;
            minted[epoch] += amount;
            ++claimsIn[epoch];
            ++claims;
        } catch {
            if (due) ++wrong;
        }
    }
}
