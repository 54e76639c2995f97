// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IExperiencePower} from "../experience/IExperiencePower.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {CandidateBonds} from "./CandidateBonds.sol";
import {Nominations} from "./Nominations.sol";
import {VoterList} from "./VoterList.sol";

/// @title Validators
/// @notice Bonds and nominations of nominated proof of stake. Holds CTT: self-bonds of candidates, which judgments can take, and
/// stakes of voters, which nothing can. Every record has the version of the frozen election and the next one, so that the
/// snapshot which a solution is verified against never changes and nothing is ever copied. Trusts the register of experience
/// power, and the elections contract for who sits and what is slashed; the timelock appoints that and sets the rules inside fixed
/// limits.
contract Validators is Nominations {
    constructor(
        address authority,
        IERC20 token,
        IExperiencePower power_,
        uint48 genesis_,
        uint32 epochLength_,
        uint256 maxVoters_
    )
        EpochClock(genesis_, epochLength_)
        SelfPermit(token)
        AccessManaged(authority)
        CandidateBonds(power_)
        VoterList(maxVoters_)
    {}
}
